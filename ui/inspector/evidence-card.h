/* One piece of evidence: its source, the place in it, and a note, with what can be done to it. */
#pragma once

#include "ui/inspector/field-row.h"

G_BEGIN_DECLS

#define NK_TYPE_EVIDENCE_CARD (nk_evidence_card_get_type ())
G_DECLARE_FINAL_TYPE (NkEvidenceCard, nk_evidence_card, NK, EVIDENCE_CARD, GtkWidget)

/* The i-th of a row. */
GtkWidget *nk_evidence_card_new  (NkFieldRow       *row,
                                  guint             i);
/* `n`: of how many it is one, if they can be moved; else 0. */
void       nk_evidence_card_show (NkEvidenceCard   *card,
                                  const NkEvidence *evidence,
                                  guint             n);
/* Puts the keyboard where one goes on to type after a source is chosen. */
void       nk_evidence_card_focus (NkEvidenceCard  *card);

G_END_DECLS
