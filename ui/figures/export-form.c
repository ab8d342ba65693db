#include "ui/figures/export-form.h"

#include "drawing/planes.h"
#include "map/date.h"
#include "ui/figures/form-rows.h"

#include <math.h>

#include "map/text.h"

#define WIDTH_LEAST 30.0     /* mm; 0: as the content needs */
#define LENGTH_MOST 5000.0
#define TYPE_LEAST 7.0
#define TYPE_MOST 96.0
#define DPI_LEAST 36.0
#define DPI_MOST 1200.0

struct _NkExportForm
{
  GtkGrid parent_instance;

  NkFigureChoice *choice;     /* owned */
  NkMap *map;                 /* owned */
  gboolean filling;           /* what changes is no choice of anybody */

  GtkDropDown *saved, *view, *page, *theme, *legend, *font, *format;
  GtkSpinButton *width, *height, *type, *dpi;
  GtkEditable *title, *caption, *date;
  GtkCheckButton *bundle, *hidden, *anonymise;
  GtkCheckButton *planes[NK_N_DIMENSIONS];
  GtkSpinButton *gap, *angle;
};

G_DEFINE_FINAL_TYPE (NkExportForm, nk_export_form, GTK_TYPE_GRID)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static const struct { const char *name, *label; } shows[] = {
  { "levels", N_("Levels") },
  { "layers", N_("Layers") },
  { "panels", N_("Panels") },
  { "triangle", N_("Triangle") },
};

static const char *const legends[NK_N_LEGENDS] = {
  N_("Below the drawing"), N_("Beside the drawing"), N_("In a corner that is free"), N_("No legend"),
};

static const struct { const char *name, *label; } formats[] = {
  { "pdf", N_("PDF, for print") },
  { "svg", N_("SVG, for drawing programs") },
  { "png", N_("PNG, a picture") },
};

static double
millimetres (double points)
{
  return points / NK_POINTS_A_MILLIMETRE;
}

/* From the choice to the controls */

static guint
index_of_theme (const NkTheme *theme)
{
  guint i = 0;

  while (nk_theme_at (i) != NULL && nk_theme_at (i) != theme)
    i++;
  return nk_theme_at (i) != NULL ? i : 0;
}

/* Behind the last one is the page of the user's own size. */
static guint
index_of_profile (const NkProfile *profile)
{
  guint i = 0;

  while (nk_profile_at (i) != NULL && nk_profile_at (i) != profile)
    i++;
  return i;
}

static guint
index_of_format (const char *format)
{
  guint i = 0;

  while (!g_str_equal (formats[i].name, format))
    i++;
  return i;
}

/* The row of a view, of those that there are. */
static guint
index_of_show (NkShow show)
{
  guint row = 0;

  for (guint i = 0; i < G_N_ELEMENTS (shows); i++)
    {
      int other = nk_show_from_name (shows[i].name);

      if (other == (int) show)
        return row;
      row += other >= 0;
    }
  return 0;
}

static NkShow
show_at (guint row)
{
  for (guint i = 0; i < G_N_ELEMENTS (shows); i++)
    {
      int show = nk_show_from_name (shows[i].name);

      if (show >= 0 && row-- == 0)
        return show;
    }
  return NK_SHOW_LEVELS;
}

static void
set_text (GtkEditable *entry,
          const char  *text)
{
  /* While somebody types, the text is there already, and the cursor stays. */
  if (g_strcmp0 (gtk_editable_get_text (entry), text != NULL ? text : "") != 0)
    gtk_editable_set_text (entry, text != NULL ? text : "");
}

/* What depends on something else. */
static void
update_rows (NkExportForm *form)
{
  const NkFigureChoice *choice = form->choice;
  NkShow show = choice->setting.view.show;

  nk_form_show_row (form->planes[0], show == NK_SHOW_LAYERS || show == NK_SHOW_PANELS);
  nk_form_show_row (form->gap, show == NK_SHOW_LAYERS);
  nk_form_show_row (form->angle, show == NK_SHOW_LAYERS);
  gtk_widget_set_sensitive (gtk_widget_get_parent (GTK_WIDGET (form->dpi)),
                            g_str_equal (choice->format, "png"));
}

static void
fill_planes (NkExportForm *form)
{
  const NkViewSetting *view = &form->choice->setting.view;
  guint shown = view->planes != 0 ? view->planes : NK_ALL_PLANES;

  for (guint i = 0; i < NK_N_DIMENSIONS; i++)
    gtk_check_button_set_active (form->planes[i], (shown & (1u << i)) != 0);
  gtk_spin_button_set_value (form->gap, MAX (view->gap, NK_GAP_LEAST));
  gtk_spin_button_set_value (form->angle, view->angle);
}

static void
fill (NkExportForm *form)
{
  const NkFigureChoice *choice = form->choice;
  const NkFigureSetting *setting = &choice->setting;

  form->filling = TRUE;
  gtk_drop_down_set_selected (form->view, index_of_show (setting->view.show));
  gtk_drop_down_set_selected (form->page, index_of_profile (choice->profile));
  gtk_spin_button_set_value (form->width, millimetres (setting->width));
  gtk_spin_button_set_value (form->height, millimetres (setting->height));
  gtk_spin_button_set_value (form->type, setting->type);
  gtk_drop_down_set_selected (form->theme, index_of_theme (setting->view.theme));
  gtk_drop_down_set_selected (form->legend, setting->legend);
  set_text (form->title, setting->title);
  set_text (form->caption, setting->caption);
  set_text (form->date, setting->view.date);
  nk_form_select_text (form->font, setting->view.family);
  gtk_check_button_set_active (form->bundle, setting->view.bundle);
  gtk_check_button_set_active (form->hidden, !setting->quiet);
  gtk_check_button_set_active (form->anonymise, choice->anonymise);
  gtk_drop_down_set_selected (form->format, index_of_format (choice->format));
  gtk_spin_button_set_value (form->dpi, setting->dpi);
  fill_planes (form);
  update_rows (form);
  form->filling = FALSE;
}

/* And back */

static void
changed (NkExportForm *form)
{
  fill (form);
  g_signal_emit (form, signals[CHANGED], 0);
}

static void
on_saved (NkExportForm *form)
{
  guint row = gtk_drop_down_get_selected (form->saved);

  if (form->filling || row == 0 || row > nk_map_count (form->map, NK_VIEW))
    return;
  nk_figure_choice_set_saved (form->choice, form->map, nk_map_at (form->map, NK_VIEW, row - 1));
  changed (form);
}

static void
on_page (NkExportForm *form)
{
  const NkProfile *profile = nk_profile_at (gtk_drop_down_get_selected (form->page));
  const NkFigureSetting *setting = &form->choice->setting;

  if (form->filling)
    return;
  if (profile != NULL)
    nk_figure_choice_set_profile (form->choice, profile);
  else
    nk_figure_choice_set_size (form->choice, setting->width, setting->height);
  changed (form);
}

static void
on_size (NkExportForm *form)
{
  double width = gtk_spin_button_get_value (form->width);
  double height = gtk_spin_button_get_value (form->height);

  if (form->filling)
    return;
  if (width > 0)
    width = MAX (width, WIDTH_LEAST);
  nk_figure_choice_set_size (form->choice, width * NK_POINTS_A_MILLIMETRE,
                             height * NK_POINTS_A_MILLIMETRE);
  changed (form);
}

/* A date that is being typed is none yet. */
static void
read_date (NkExportForm *form)
{
  const char *date = gtk_editable_get_text (form->date);
  gboolean valid = date[0] == '\0' || nk_period_is_valid (date);

  if (valid)
    {
      nk_figure_choice_set_text (&form->choice->setting.view.date, date);
      gtk_widget_remove_css_class (GTK_WIDGET (form->date), "error");
    }
  else
    gtk_widget_add_css_class (GTK_WIDGET (form->date), "error");
}

static void
read_planes (NkExportForm *form)
{
  NkViewSetting *view = &form->choice->setting.view;
  double angle = gtk_spin_button_get_value (form->angle);
  guint shown = 0;

  for (guint i = 0; i < NK_N_DIMENSIONS; i++)
    shown |= gtk_check_button_get_active (form->planes[i]) ? 1u << i : 0;
  /* One of them stays. */
  if (shown != 0)
    view->planes = shown;
  view->gap = gtk_spin_button_get_value (form->gap);
  view->angle = angle > 0 ? MAX (angle, NK_ANGLE_LEAST) : 0;
  form->filling = TRUE;
  fill_planes (form);
  form->filling = FALSE;
}

/* Everything but the page. */
static void
on_choice (NkExportForm *form)
{
  NkFigureChoice *choice = form->choice;
  NkFigureSetting *setting = &choice->setting;

  if (form->filling)
    return;
  setting->view.show = show_at (gtk_drop_down_get_selected (form->view));
  setting->view.theme = nk_theme_at (gtk_drop_down_get_selected (form->theme));
  setting->view.bundle = gtk_check_button_get_active (form->bundle);
  setting->type = gtk_spin_button_get_value (form->type);
  setting->legend = gtk_drop_down_get_selected (form->legend);
  setting->quiet = !gtk_check_button_get_active (form->hidden);
  setting->dpi = gtk_spin_button_get_value (form->dpi);
  choice->anonymise = gtk_check_button_get_active (form->anonymise);
  choice->format = formats[gtk_drop_down_get_selected (form->format)].name;
  nk_figure_choice_set_text (&setting->title, gtk_editable_get_text (form->title));
  nk_figure_choice_set_text (&setting->caption, gtk_editable_get_text (form->caption));
  nk_figure_choice_set_text (&setting->view.family, nk_form_selected_text (form->font));
  read_date (form);
  read_planes (form);
  update_rows (form);
  g_signal_emit (form, signals[CHANGED], 0);
}

/* The controls */

static GtkDropDown *
add_list (NkExportForm *form,
          const char   *label,
          GStrv         names,
          gboolean      page)
{
  GtkDropDown *list = nk_form_add_list (GTK_GRID (form), label, (const char *const *) names);

  g_signal_connect_swapped (list, "notify::selected",
                            G_CALLBACK (page ? on_page : on_choice), form);
  return list;
}

static GStrv
names_of_shows (void)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (shows); i++)
    if (nk_show_from_name (shows[i].name) >= 0)
      g_strv_builder_add (names, _(shows[i].label));
  return g_strv_builder_end (names);
}

static GStrv
names_of_profiles (void)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; nk_profile_at (i) != NULL; i++)
    g_strv_builder_add (names, _(nk_profile_at (i)->label));
  g_strv_builder_add (names, _("Of another size"));
  return g_strv_builder_end (names);
}

static GStrv
names_of_themes (void)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; nk_theme_at (i) != NULL; i++)
    g_strv_builder_add (names, _(nk_theme_at (i)->label));
  return g_strv_builder_end (names);
}

static GStrv
names_of_legends (void)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (legends); i++)
    g_strv_builder_add (names, _(legends[i]));
  return g_strv_builder_end (names);
}

static GStrv
names_of_formats (void)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    g_strv_builder_add (names, _(formats[i].label));
  return g_strv_builder_end (names);
}

static GtkEditable *
add_entry (NkExportForm *form,
           const char   *label,
           const char   *hint)
{
  GtkEditable *entry = nk_form_add_entry (GTK_GRID (form), label, hint);

  g_signal_connect_swapped (entry, "changed", G_CALLBACK (on_choice), form);
  return entry;
}

static GtkSpinButton *
follow_spin (NkExportForm  *form,
             GtkSpinButton *spin,
             gboolean       size)
{
  g_signal_connect_swapped (spin, "value-changed", G_CALLBACK (size ? on_size : on_choice), form);
  return spin;
}

static GtkCheckButton *
add_check (NkExportForm *form,
           const char   *label)
{
  GtkCheckButton *check = nk_form_add_check (GTK_GRID (form), label);

  g_signal_connect_swapped (check, "toggled", G_CALLBACK (on_choice), form);
  return check;
}

static void
add_page (NkExportForm *form)
{
  g_auto (GStrv) profiles = names_of_profiles ();

  form->page = add_list (form, _("_Page"), profiles, TRUE);
  form->width = follow_spin (form, nk_form_add_automatic (GTK_GRID (form), _("_Width"), _("mm"),
                                                          LENGTH_MOST), TRUE);
  form->height = follow_spin (form, nk_form_add_automatic (GTK_GRID (form), _("Height"), _("mm"),
                                                           LENGTH_MOST), TRUE);
  form->type = follow_spin (form, nk_form_add_number (GTK_GRID (form), _("T_ype size"), _("pt"),
                                                      TYPE_LEAST, TYPE_MOST, 0.5, 1), FALSE);
}

static void
add_look (NkExportForm *form)
{
  g_auto (GStrv) themes = names_of_themes ();
  g_auto (GStrv) places = names_of_legends ();

  form->theme = add_list (form, _("The_me"), themes, FALSE);
  form->legend = add_list (form, _("_Legend"), places, FALSE);
  form->title = add_entry (form, _("_Title"), _("No title"));
  form->caption = add_entry (form, _("Capt_ion"), _("No caption"));
  form->date = add_entry (form, _("_Date"), _("All times"));
  form->font = nk_form_add_fonts (GTK_GRID (form), _("Fo_nt"));
  g_signal_connect_swapped (form->font, "notify::selected", G_CALLBACK (on_choice), form);
  form->bundle = add_check (form, _("_Bundled ties"));
  form->hidden = add_check (form, _("Say what is not s_hown"));
  form->anonymise = add_check (form, _("_Anonymised"));
}

/* At the end, where they push nothing about as they come and go with the view. */
static void
add_planes (NkExportForm *form)
{
  const char *const names[] = { _("Structure"), _("Place"), _("People"), NULL };

  nk_form_add_checks (GTK_GRID (form), _("Planes"), names, form->planes);
  for (guint i = 0; i < NK_N_DIMENSIONS; i++)
    g_signal_connect_swapped (form->planes[i], "toggled", G_CALLBACK (on_choice), form);
  form->gap = follow_spin (form, nk_form_add_number (GTK_GRID (form), _("Distance"), "",
                                                     NK_GAP_LEAST, NK_GAP_MOST, 0.25, 2), FALSE);
  form->angle = follow_spin (form, nk_form_add_automatic (GTK_GRID (form), _("Angle"), "°",
                                                          NK_ANGLE_MOST), FALSE);
}

static void
nk_export_form_finalize (GObject *object)
{
  g_clear_pointer (&NK_EXPORT_FORM (object)->map, nk_map_unref);
  g_clear_pointer (&NK_EXPORT_FORM (object)->choice, nk_figure_choice_free);
  G_OBJECT_CLASS (nk_export_form_parent_class)->finalize (object);
}

static void
nk_export_form_class_init (NkExportFormClass *class)
{
  G_OBJECT_CLASS (class)->finalize = nk_export_form_finalize;
  signals[CHANGED] = g_signal_new ("changed", NK_TYPE_EXPORT_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
nk_export_form_init (NkExportForm *form)
{
  g_auto (GStrv) views = names_of_shows ();
  g_auto (GStrv) files = names_of_formats ();
  const char *const none[] = { _("New figure"), NULL };

  form->filling = TRUE;
  gtk_grid_set_row_spacing (GTK_GRID (form), 8);
  gtk_grid_set_column_spacing (GTK_GRID (form), 10);
  form->saved = nk_form_add_list (GTK_GRID (form), _("Saved fig_ure"), none);
  g_signal_connect_swapped (form->saved, "notify::selected", G_CALLBACK (on_saved), form);
  form->format = add_list (form, _("_Format"), files, FALSE);
  form->dpi = follow_spin (form, nk_form_add_number (GTK_GRID (form), _("_Resolution"), _("dpi"),
                                                     DPI_LEAST, DPI_MOST, 50, 0), FALSE);
  form->view = add_list (form, _("_Kind of view"), views, FALSE);
  add_page (form);
  add_look (form);
  add_planes (form);
}

void
nk_export_form_set_choice (NkExportForm   *form,
                           NkFigureChoice *choice)
{
  g_clear_pointer (&form->choice, nk_figure_choice_free);
  form->choice = choice;
  changed (form);
}

const NkFigureChoice *
nk_export_form_choice (NkExportForm *form)
{
  return form->choice;
}

void
nk_export_form_set_map (NkExportForm *form,
                        const NkMap  *map,
                        const char   *name)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint n = nk_map_count (map, NK_VIEW), chosen = 0;
  NkMap *copy = nk_map_copy (map);

  g_clear_pointer (&form->map, nk_map_unref);
  form->map = copy;
  gtk_string_list_append (names, _("New figure"));
  for (guint i = 0; i < n; i++)
    {
      const char *title = nk_record_title (nk_map_at (map, NK_VIEW, i));

      gtk_string_list_append (names, title);
      if (g_strcmp0 (title, name) == 0)
        chosen = i + 1;
    }
  form->filling = TRUE;
  gtk_drop_down_set_model (form->saved, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (form->saved, chosen);
  nk_form_show_row (form->saved, n > 0);
  form->filling = FALSE;
}

const char *
nk_export_form_saved_name (NkExportForm *form)
{
  return nk_form_selected_text (form->saved);
}

void
nk_export_form_widen (NkExportForm *form,
                      double        width)
{
  nk_figure_choice_set_size (form->choice, width, 0);
  changed (form);
}
