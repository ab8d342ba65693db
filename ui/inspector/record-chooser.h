/* A button that opens a list of the records of a kind, in which one is looked for by its name. Of
 * sources, a new one can be made there as well. */
#pragma once

#include "ui/session/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NK_TYPE_RECORD_CHOOSER (nk_record_chooser_get_type ())
G_DECLARE_FINAL_TYPE (NkRecordChooser, nk_record_chooser, NK, RECORD_CHOOSER, GtkWidget)

/* Of actors or of sources. Its signals: "chosen" (const char *id), and for a new source "wanted"
 * (const char *name, const char *type). */
GtkWidget *nk_record_chooser_new    (NkSession       *session,
                                     NkRecordKind     kind);
/* What the button says. */
void       nk_record_chooser_show   (NkRecordChooser *chooser,
                                     const char      *text);
/* What has the keyboard in it, for labels. */
GtkWidget *nk_record_chooser_button (NkRecordChooser *chooser);

G_END_DECLS
