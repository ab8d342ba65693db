/* Templates: the maps from which one begins. */
#pragma once

#include "map/map.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name;         /* "levels" */
  const char *label;        /* untranslated */
  const char *description;  /* untranslated */
} NkTemplate;

/* The first one is the usual one. */
const NkTemplate *nk_templates    (guint            *n);

/* The template of this name, or NULL. */
const NkTemplate *nk_template     (const char       *name);

/* A new map from a template, in the user's language where it has words. */
NkMap            *nk_template_map (const NkTemplate *model);

G_END_DECLS
