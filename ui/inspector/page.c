#include "ui/inspector/page.h"

#include "ui/inspector/field-editors.h"
#include "ui/inspector/groups.h"
#include "ui/inspector/ties-list.h"

struct _NkPage
{
  GtkWidget parent_instance;

  /* owned */
  NkSession *session;
  NkSubject *subject;    /* NULL until it shows something */
  GPtrArray *rows;       /* NkFieldRow, owned by their groups */
  GPtrArray *attributes; /* NkRecord: those of the map that have a row */
  guint kinds;
  gboolean several;

  /* children */
  GtkWidget *scroll;
  GtkWidget *groups[NK_N_GROUPS];   /* or NULL */
  GtkWidget *ties;                  /* or NULL */
};

G_DEFINE_FINAL_TYPE (NkPage, nk_page, GTK_TYPE_WIDGET)

/* Which fields there are */

/* What is each one's own can't be the same in several. */
static gboolean
is_own (NkField field)
{
  switch (field)
    {
    case NK_FIELD_NAME:
    case NK_FIELD_SHORT:
    case NK_FIELD_ALIAS:
    case NK_FIELD_TEXT:
    case NK_FIELD_FROM:
    case NK_FIELD_TO:
      return TRUE;
    default:
      return FALSE;
    }
}

/* Notes stand where they were put; a saved figure is changed where figures are made. */
static gboolean
is_left_out (guint   kinds,
             NkField field)
{
  if (kinds & (1u << NK_VIEW))
    return field != NK_FIELD_NAME;
  return field == NK_FIELD_X && !(kinds & (1u << NK_ACTOR));
}

static gboolean
all_have (guint   kinds,
          NkField field)
{
  for (int kind = 0; kind < NK_N_RECORD_KINDS; kind++)
    if ((kinds & (1u << kind)) && nk_schema_field (kind, field) == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
has_row (NkPage              *page,
         const NkFieldSchema *field)
{
  return nk_field_editor_for (field) != NULL && all_have (page->kinds, field->field)
         && !is_left_out (page->kinds, field->field)
         && !(page->several && is_own (field->field));
}

static const NkKindSchema *
first_kind (NkPage *page)
{
  return nk_schema_kind (g_bit_nth_lsf (page->kinds, -1));
}

/* Making it */

static GtkWidget *
group_box (NkPage  *page,
           NkGroup  group)
{
  if (page->groups[group] == NULL)
    page->groups[group] = nk_group_new (group);
  return nk_group_box (page->groups[group]);
}

static void
add_row (NkPage              *page,
         const NkFieldSchema *field,
         const char          *attribute)
{
  NkFieldRow *row = nk_field_row_new (page->session, field, attribute);

  gtk_box_append (GTK_BOX (group_box (page, nk_group_of (field->field))), GTK_WIDGET (row));
  g_ptr_array_add (page->rows, row);
}

static void
add_rows (NkPage *page)
{
  const NkKindSchema *kind = first_kind (page);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      if (!has_row (page, &kind->fields[i]))
        continue;
      if (kind->fields[i].type == NK_TYPE_VALUES)
        group_box (page, NK_GROUP_ATTRIBUTES);   /* its rows come with the map's attributes */
      else
        add_row (page, &kind->fields[i], NULL);
    }
}

static void
add_ties (NkPage *page)
{
  if (page->several || page->kinds != 1u << NK_ACTOR)
    return;
  page->ties = nk_ties_list_new (page->session);
  gtk_box_append (GTK_BOX (group_box (page, NK_GROUP_TIES)), page->ties);
}

static void
add_groups (NkPage    *page,
            GtkWidget *box)
{
  for (NkGroup group = 0; group < NK_N_GROUPS; group++)
    if (page->groups[group] != NULL)
      gtk_box_append (GTK_BOX (box), page->groups[group]);
}

/* The rows of attributes */

static gboolean
has_attributes (NkPage      *page,
                const NkMap *map)
{
  if (page->attributes->len != nk_map_count (map, NK_ATTRIBUTE))
    return FALSE;
  for (guint i = 0; i < page->attributes->len; i++)
    {
      const NkRecord *had = g_ptr_array_index (page->attributes, i);
      const NkRecord *has = nk_map_at (map, NK_ATTRIBUTE, i);

      if (!g_str_equal (nk_record_id (had), nk_record_id (has))
          || !nk_record_field_equal (had, has, NK_FIELD_NAME))
        return FALSE;
    }
  return TRUE;
}

static void
remove_attribute_rows (NkPage *page)
{
  GtkWidget *box = nk_group_box (page->groups[NK_GROUP_ATTRIBUTES]), *row;

  while ((row = gtk_widget_get_first_child (box)) != NULL)
    {
      g_ptr_array_remove (page->rows, row);
      gtk_box_remove (GTK_BOX (box), row);
    }
  g_ptr_array_set_size (page->attributes, 0);
}

/* A row for each attribute of the map, as they are now. */
static void
update_attributes (NkPage *page)
{
  const NkMap *map = nk_session_map (page->session);
  const NkFieldSchema *field = nk_schema_field (first_kind (page)->kind, NK_FIELD_ATTRIBUTES);

  if (page->groups[NK_GROUP_ATTRIBUTES] == NULL)
    return;
  if (!has_attributes (page, map))
    {
      remove_attribute_rows (page);
      for (guint i = 0; i < nk_map_count (map, NK_ATTRIBUTE); i++)
        {
          NkRecord *attribute = nk_map_at (map, NK_ATTRIBUTE, i);

          add_row (page, field, nk_record_id (attribute));
          g_ptr_array_add (page->attributes, nk_record_ref (attribute));
        }
    }
  gtk_widget_set_visible (page->groups[NK_GROUP_ATTRIBUTES], page->attributes->len > 0);
}

/* Filling it */

/* Nobody looks at them while they are folded away. */
static void
show_ties (NkPage *page)
{
  if (page->ties != NULL && page->subject != NULL
      && nk_group_is_open (page->groups[NK_GROUP_TIES]))
    nk_ties_list_show (page->ties, nk_subject_first (page->subject));
}

void
nk_page_show (NkPage    *page,
              NkSubject *subject)
{
  nk_subject_ref (subject);
  g_clear_pointer (&page->subject, nk_subject_unref);
  page->subject = subject;
  update_attributes (page);
  for (guint i = 0; i < page->rows->len; i++)
    nk_field_row_show (g_ptr_array_index (page->rows, i), subject);
  for (NkGroup group = 0; group < NK_N_GROUPS; group++)
    if (page->groups[group] != NULL)
      nk_group_recall (page->groups[group]);
  show_ties (page);
}

/* The class */

static void
nk_page_dispose (GObject *object)
{
  NkPage *page = NK_PAGE (object);

  g_clear_pointer (&page->rows, g_ptr_array_unref);
  g_clear_pointer (&page->scroll, gtk_widget_unparent);
  g_clear_pointer (&page->attributes, g_ptr_array_unref);
  g_clear_pointer (&page->subject, nk_subject_unref);
  g_clear_object (&page->session);
  G_OBJECT_CLASS (nk_page_parent_class)->dispose (object);
}

static void
nk_page_class_init (NkPageClass *class)
{
  G_OBJECT_CLASS (class)->dispose = nk_page_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
}

static void
nk_page_init (NkPage *page)
{
  page->rows = g_ptr_array_new ();
  page->attributes = g_ptr_array_new_with_free_func ((GDestroyNotify) nk_record_unref);
}

NkPage *
nk_page_new (NkSession *session,
             guint      kinds,
             gboolean   several)
{
  NkPage *page = g_object_new (NK_TYPE_PAGE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  page->session = g_object_ref (session);
  page->kinds = kinds;
  page->several = several;
  add_rows (page);
  add_ties (page);
  add_groups (page, box);
  if (page->ties != NULL)
    g_signal_connect_object (page->groups[NK_GROUP_TIES], "notify::expanded",
                             G_CALLBACK (show_ties), page, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (box, "page");
  /* Each page has its own, so that it is where it was when one comes back to it. */
  page->scroll = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (page->scroll), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (page->scroll), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_parent (page->scroll, GTK_WIDGET (page));
  gtk_widget_set_vexpand (GTK_WIDGET (page), TRUE);
  return page;
}
