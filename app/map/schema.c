#include "map/schema.h"

#include <string.h>

#include "map/text.h"

const NkField nk_dimensions[NK_N_DIMENSIONS] = {
  NK_FIELD_STRUCTURE, NK_FIELD_PLACE, NK_FIELD_PEOPLE,
};

static const char *const field_names[NK_N_FIELDS] = {
  [NK_FIELD_TITLE] = "title",
  [NK_FIELD_DESCRIPTION] = "description",
  [NK_FIELD_LANGUAGE] = "language",
  [NK_FIELD_NAME] = "name",
  [NK_FIELD_SHORT] = "short",
  [NK_FIELD_FROM] = "from",
  [NK_FIELD_TO] = "to",
  [NK_FIELD_KIND] = "kind",
  [NK_FIELD_FORMAL] = "formal",
  [NK_FIELD_STRENGTH] = "strength",
  [NK_FIELD_CERTAINTY] = "certainty",
  [NK_FIELD_LEVEL] = "level",
  [NK_FIELD_DISTRICT] = "district",
  [NK_FIELD_SECTOR] = "sector",
  [NK_FIELD_COLOR] = "color",
  [NK_FIELD_SHAPE] = "shape",
  [NK_FIELD_DIRECTED] = "directed",
  [NK_FIELD_CATEGORIES] = "values",
  [NK_FIELD_STRUCTURE] = "structure",
  [NK_FIELD_PLACE] = "place",
  [NK_FIELD_PEOPLE] = "people",
  [NK_FIELD_INFLUENCE] = "influence",
  [NK_FIELD_PERSON] = "person",
  [NK_FIELD_ALIAS] = "alias",
  [NK_FIELD_TYPE] = "type",
  [NK_FIELD_DATE] = "date",
  [NK_FIELD_SINCE] = "since",
  [NK_FIELD_UNTIL] = "until",
  [NK_FIELD_TEXT] = "text",
  [NK_FIELD_X] = "x",
  [NK_FIELD_Y] = "y",
  [NK_FIELD_WIDTH] = "width",
  [NK_FIELD_PINNED] = "pinned",
  [NK_FIELD_BENDS] = "bends",
  [NK_FIELD_ATTRIBUTES] = "attributes",
  [NK_FIELD_SHOW] = "show",
  [NK_FIELD_PHASE] = "phase",
  [NK_FIELD_PLANES] = "planes",
  [NK_FIELD_GAP] = "gap",
  [NK_FIELD_ANGLE] = "angle",
  [NK_FIELD_STACKED] = "stacked",
  [NK_FIELD_BUNDLE] = "bundle",
  [NK_FIELD_PROFILE] = "profile",
  [NK_FIELD_PAGE_WIDTH] = "page_width",
  [NK_FIELD_PAGE_HEIGHT] = "page_height",
  [NK_FIELD_TYPE_SIZE] = "type_size",
  [NK_FIELD_THEME] = "theme",
  [NK_FIELD_LEGEND] = "legend",
  [NK_FIELD_CAPTION] = "caption",
  [NK_FIELD_FAMILY] = "family",
  [NK_FIELD_QUIET] = "quiet",
  [NK_FIELD_NOTE] = "note",
  [NK_FIELD_EVIDENCE] = "evidence",
};

static const char *const shapes[] = {
  "box", "round", "ellipse", "diamond", "hexagon", "house", "person", NULL
};
static const char *const certainties[] = { "stated", "assumed", "open", NULL };
static const char *const source_types[] = {
  "", "interview", "document", "observation", "workshop", NULL
};
static const char *const shows[] = { "levels", "layers", "panels", "triangle", NULL };
/* As in drawing/profile.c and drawing/theme.c. */
static const char *const profiles[] = {
  "map", "page", "column", "a4", "a3", "slide", "poster", NULL
};
static const char *const themes[] = { "paper", "screen", "projector", "dark", "grey", NULL };
static const char *const legends[] = { "", "below", "beside", "corner", "none", NULL };

/* Farther out than this (points) nothing can be drawn well, and sums of squares lose their
 * sense. */
#define FAR 1000000.0

#define TEXT(f, l) { .field = NK_FIELD_##f, .type = NK_TYPE_TEXT, .label = N_(l) }
#define REFERENCE(f, t, l) \
  { .field = NK_FIELD_##f, .type = NK_TYPE_REFERENCE, .target = t, .label = N_(l) }
#define CHOICE(f, c, l) \
  { .field = NK_FIELD_##f, .type = NK_TYPE_CHOICE, .choices = c, .label = N_(l) }
#define DATE(f, l) { .field = NK_FIELD_##f, .type = NK_TYPE_DATE, .label = N_(l) }
#define COLOR() { .field = NK_FIELD_COLOR, .type = NK_TYPE_COLOR, .label = N_("Color") }
#define INTEGER(f, a, b, d, l) \
  { .field = NK_FIELD_##f, .type = NK_TYPE_INTEGER, \
    .least = a, .most = b, .fallback = d, .label = N_(l) }
#define NUMBER(f, a, b, l) \
  { .field = NK_FIELD_##f, .type = NK_TYPE_NUMBER, .least = a, .most = b, .label = N_(l) }
#define BOOLEAN(f, l) { .field = NK_FIELD_##f, .type = NK_TYPE_BOOLEAN, .label = N_(l) }
#define WEIGHT(f, l) INTEGER (f, 0, 3, 0, l)
#define DIMENSIONS \
  WEIGHT (STRUCTURE, "Structure"), WEIGHT (PLACE, "Place"), WEIGHT (PEOPLE, "People")
#define PERIOD DATE (SINCE, "Since"), DATE (UNTIL, "Until")
#define EVIDENCE() { .field = NK_FIELD_EVIDENCE, .type = NK_TYPE_EVIDENCE, .label = N_("Evidence") }
#define VALUES() { .field = NK_FIELD_ATTRIBUTES, .type = NK_TYPE_VALUES, .label = N_("Attributes") }
#define END(f, l) \
  { .field = NK_FIELD_##f, .type = NK_TYPE_REFERENCE, .target = NK_ACTOR, .required = TRUE, \
    .label = N_(l) }

static const NkFieldSchema head_fields[] = {
  TEXT (TITLE, "Title"),
  TEXT (DESCRIPTION, "Description"),
  TEXT (LANGUAGE, "Language"),
};
static const NkFieldSchema name_fields[] = {
  TEXT (NAME, "Name"),
};
static const NkFieldSchema sector_fields[] = {
  TEXT (NAME, "Name"),
  COLOR (),
  CHOICE (SHAPE, shapes, "Shape"),
};
static const NkFieldSchema kind_fields[] = {
  TEXT (NAME, "Name"),
  COLOR (),
  BOOLEAN (DIRECTED, "Directed"),
};
static const NkFieldSchema attribute_fields[] = {
  TEXT (NAME, "Name"),
  { .field = NK_FIELD_CATEGORIES, .type = NK_TYPE_TEXTS, .label = N_("Values") },
};
static const NkFieldSchema phase_fields[] = {
  TEXT (NAME, "Name"),
  PERIOD,
};
static const NkFieldSchema event_fields[] = {
  TEXT (NAME, "Name"),
  DATE (DATE, "Date"),
  TEXT (NOTE, "Note"),
  EVIDENCE (),
};
static const NkFieldSchema source_fields[] = {
  TEXT (NAME, "Name"),
  CHOICE (TYPE, source_types, "Type"),
  DATE (DATE, "Date"),
};
static const NkFieldSchema actor_fields[] = {
  TEXT (NAME, "Name"),
  TEXT (SHORT, "Short name"),
  REFERENCE (LEVEL, NK_LEVEL, "Level"),
  REFERENCE (DISTRICT, NK_DISTRICT, "District"),
  REFERENCE (SECTOR, NK_SECTOR, "Sector"),
  DIMENSIONS,
  INTEGER (INFLUENCE, 0, 5, 0, "Influence"),
  BOOLEAN (PERSON, "A natural person"),
  TEXT (ALIAS, "Alias"),
  PERIOD,
  NUMBER (X, -FAR, FAR, "X"),
  NUMBER (Y, -FAR, FAR, "Y"),
  BOOLEAN (PINNED, "Pinned"),
  VALUES (),
  TEXT (NOTE, "Note"),
  EVIDENCE (),
};
static const NkFieldSchema tie_fields[] = {
  TEXT (NAME, "Name"),
  END (FROM, "From"),
  END (TO, "To"),
  REFERENCE (KIND, NK_KIND, "Kind"),
  BOOLEAN (FORMAL, "Formal"),
  INTEGER (STRENGTH, 1, 3, 1, "Strength"),
  CHOICE (CERTAINTY, certainties, "Certainty"),
  DIMENSIONS,
  PERIOD,
  { .field = NK_FIELD_BENDS, .type = NK_TYPE_POINTS, .least = -FAR, .most = FAR,
    .label = N_("Bends") },
  VALUES (),
  TEXT (NOTE, "Note"),
  EVIDENCE (),
};
static const NkFieldSchema note_fields[] = {
  TEXT (TEXT, "Text"),
  NUMBER (X, -FAR, FAR, "X"),
  NUMBER (Y, -FAR, FAR, "Y"),
  NUMBER (WIDTH, 1, FAR, "Width"),
};
static const NkFieldSchema view_fields[] = {
  TEXT (NAME, "Name"),
  CHOICE (SHOW, shows, "View"),
  DATE (DATE, "Date"),
  REFERENCE (PHASE, NK_PHASE, "Phase"),
  { .field = NK_FIELD_PLANES, .type = NK_TYPE_TEXTS, .label = N_("Planes") },
  NUMBER (GAP, 1, 4, "Distance of the planes"),
  NUMBER (ANGLE, 15, 75, "Angle"),
  BOOLEAN (STACKED, "Panels one below the other"),
  BOOLEAN (BUNDLE, "Ties bundled"),
  CHOICE (PROFILE, profiles, "Page"),
  NUMBER (PAGE_WIDTH, 30, 5000, "Width of the page (mm)"),
  NUMBER (PAGE_HEIGHT, 10, 5000, "Height of the page (mm)"),
  NUMBER (TYPE_SIZE, 7, 200, "Size of the names (pt)"),
  CHOICE (THEME, themes, "Colors"),
  CHOICE (LEGEND, legends, "Legend"),
  TEXT (TITLE, "Title"),
  TEXT (CAPTION, "Caption"),
  TEXT (FAMILY, "Font family"),
  BOOLEAN (QUIET, "Does not say what it hides"),
};

#define KIND(k, n, list_name, fields_, l) \
  [k] = { .kind = k, .name = n, .list = list_name, .label = N_(l), \
          .fields = fields_, .n_fields = G_N_ELEMENTS (fields_) }

static const NkKindSchema kinds[NK_N_RECORD_KINDS] = {
  KIND (NK_HEAD, "map", NULL, head_fields, "Map"),
  KIND (NK_LEVEL, "level", "levels", name_fields, "Level"),
  KIND (NK_DISTRICT, "district", "districts", name_fields, "District"),
  KIND (NK_SECTOR, "sector", "sectors", sector_fields, "Sector"),
  KIND (NK_KIND, "kind", "kinds", kind_fields, "Kind of tie"),
  KIND (NK_ATTRIBUTE, "attribute", "attributes", attribute_fields, "Attribute"),
  KIND (NK_PHASE, "phase", "phases", phase_fields, "Phase"),
  KIND (NK_EVENT, "event", "events", event_fields, "Event"),
  KIND (NK_SOURCE, "source", "sources", source_fields, "Source"),
  KIND (NK_ACTOR, "actor", "actors", actor_fields, "Actor"),
  KIND (NK_TIE, "tie", "ties", tie_fields, "Tie"),
  KIND (NK_NOTE, "note", "notes", note_fields, "Note"),
  KIND (NK_VIEW, "view", "views", view_fields, "View"),
};

const NkKindSchema *
nk_schema_kind (NkRecordKind kind)
{
  g_assert (kind < NK_N_RECORD_KINDS);
  return &kinds[kind];
}

int
nk_schema_find_list (const char *list)
{
  for (int kind = NK_HEAD + 1; kind < NK_N_RECORD_KINDS; kind++)
    if (strcmp (kinds[kind].list, list) == 0)
      return kind;
  return -1;
}

int
nk_schema_find_kind (const char *name)
{
  for (int kind = 0; kind < NK_N_RECORD_KINDS; kind++)
    if (strcmp (kinds[kind].name, name) == 0)
      return kind;
  return -1;
}

/* Filled once from the table above: the slot of each field, plus one, so that zero is none. */
static guint8 slots[NK_N_RECORD_KINDS][NK_N_FIELDS];

static void
fill_slots (void)
{
  for (int kind = 0; kind < NK_N_RECORD_KINDS; kind++)
    for (guint i = 0; i < kinds[kind].n_fields; i++)
      slots[kind][kinds[kind].fields[i].field] = i + 1;
}

int
nk_schema_slot (NkRecordKind kind,
                NkField      field)
{
  static gsize filled = 0;

  if (g_once_init_enter (&filled))
    {
      fill_slots ();
      g_once_init_leave (&filled, 1);
    }
  return (int) slots[kind][field] - 1;
}

const NkFieldSchema *
nk_schema_field (NkRecordKind kind,
                 NkField      field)
{
  int slot = nk_schema_slot (kind, field);

  return slot < 0 ? NULL : &kinds[kind].fields[slot];
}

const NkFieldSchema *
nk_schema_find_field (NkRecordKind kind,
                      const char  *name)
{
  for (guint i = 0; i < kinds[kind].n_fields; i++)
    if (strcmp (field_names[kinds[kind].fields[i].field], name) == 0)
      return &kinds[kind].fields[i];
  return NULL;
}

const char *
nk_field_name (NkField field)
{
  g_assert (field < NK_N_FIELDS);
  return field_names[field];
}
