/* Figures: the page, the legend, the small print, and the bytes of the files. */
#include "drawing/export.h"
#include "drawing/figure.h"
#include "drawing/scene-private.h"
#include "drawing/style.h"

#include "sample.h"

#include <locale.h>
#include <math.h>
#include <string.h>

#define STRANGE "tests/drawing/strange.netzkarte.json"
#define MM (72 / 25.4)

static NkFigureSetting
plain_setting (NkShow show)
{
  return (NkFigureSetting) { .view = { .show = show }, .width = 240 * MM, .dpi = 100,
                             .type = 8, .margin = 3 };
}

static void
test_page (void)
{
  static const struct
  {
    const char *map;
    NkShow show;
    double width, height;
    const char *title;
  } rows[] = {
    { STRANGE, NK_SHOW_LEVELS, 240 * MM, 0, NULL },
    { STRANGE, NK_SHOW_LAYERS, 240 * MM, 0, "Titel" },
    { STRANGE, NK_SHOW_LEVELS, 200 * MM, 0, "Ein Titel, breiter als eine Spalte der Zeitschrift" },
    { STRANGE, NK_SHOW_LEVELS, 400 * MM, 200 * MM, "" },
    { "data/maps/duesseldorf.netzkarte.json", NK_SHOW_LAYERS, 420 * MM, 840 * MM, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (NkMap) map = sample_read (rows[i].map);
      NkFigureSetting setting = plain_setting (rows[i].show);
      g_autoptr (NkScene) scene = NULL;
      GError *error = NULL;
      double x, y, width, height, page_width, page_height;

      setting.width = rows[i].width;
      setting.height = rows[i].height;
      setting.title = rows[i].title;
      scene = nk_figure_scene (map, &setting, &error);
      g_assert_no_error (error);
      nk_scene_page (scene, &page_width, &page_height);
      nk_scene_bounds (scene, &x, &y, &width, &height);
      g_assert_cmpfloat_with_epsilon (page_width, rows[i].width, 1e-9);
      if (rows[i].height > 0)
        g_assert_cmpfloat_with_epsilon (page_height, rows[i].height, 1e-9);
      g_assert_true (x >= -0.01 && y >= -0.01
                     && x + width <= page_width + 0.01 && y + height <= page_height + 0.01);
    }
}

/* A page as large as the map changes no place, however its actors stand: here on a circle. */
static void
test_as_large_as_map (void)
{
  g_autoptr (NkMap) map = sample_read ("data/maps/duesseldorf.netzkarte.json");
  g_autoptr (NkEdit) edit = nk_edit_new ("Circle");
  NkFigureSetting setting = nk_figure_setting (nk_profile ("map"));
  g_autoptr (NkScene) scene = NULL;
  GError *error = NULL;
  guint n = nk_map_count (map, NK_ACTOR);
  double scale = setting.type / NK_TYPE_ACTOR;
  const NkItem *first;

  for (guint i = 0; i < n; i++)
    nk_edit_set_place (edit, map, NK_ACTOR, nk_record_id (nk_map_at (map, NK_ACTOR, i)),
                       900 * cos (2 * G_PI * i / n), 900 * sin (2 * G_PI * i / n));
  g_assert_true (nk_map_apply (map, edit, NULL));
  scene = nk_figure_scene (map, &setting, &error);
  g_assert_no_error (error);
  first = sample_find (scene, NK_ITEM_ACTOR, NK_ACTOR, nk_record_id (nk_map_at (map, NK_ACTOR, 0)),
                       -1);
  for (guint i = 1; i < n; i++)
    {
      const NkItem *item = sample_find (scene, NK_ITEM_ACTOR, NK_ACTOR,
                                        nk_record_id (nk_map_at (map, NK_ACTOR, i)), -1);
      double x = item->body_x + item->body_width / 2 - first->body_x - first->body_width / 2;
      double y = item->body_y + item->body_height / 2 - first->body_y - first->body_height / 2;

      g_assert_cmpfloat_with_epsilon (x, scale * 900 * (cos (2 * G_PI * i / n) - 1), 0.01);
      g_assert_cmpfloat_with_epsilon (y, scale * 900 * sin (2 * G_PI * i / n), 0.01);
    }
}

/* In a narrow figure the names of districts have several lines, and nobody stands on them. */
static void
test_long_names_of_districts (void)
{
  g_autoptr (NkMap) map = sample_read ("data/maps/duesseldorf.netzkarte.json");
  g_autoptr (NkEdit) edit = nk_edit_new ("Rename");
  NkFigureSetting setting = nk_figure_setting (nk_profile ("a3"));
  g_autoptr (NkScene) scene = NULL;
  GError *error = NULL;

  for (guint i = 0; i < nk_map_count (map, NK_DISTRICT); i++)
    nk_edit_set_text (edit, map, NK_DISTRICT, nk_record_id (nk_map_at (map, NK_DISTRICT, i)),
                      NK_FIELD_NAME, "one\ntwo\nthree\nfour\nfive\nsix\nseven");
  g_assert_true (nk_map_apply (map, edit, NULL));
  scene = nk_figure_scene (map, &setting, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < nk_map_count (map, NK_DISTRICT); i++)
    for (guint k = 0; k < nk_scene_n_items (scene); k++)
      {
        const char *id = nk_record_id (nk_map_at (map, NK_DISTRICT, i));
        const NkItem *name = sample_find (scene, NK_ITEM_LABEL, NK_DISTRICT, id, -1);
        const NkItem *other = nk_scene_item (scene, k);

        g_assert_false (other->type == NK_ITEM_ACTOR
                        && other->x < name->x + name->width && other->x + other->width > name->x
                        && other->y < name->y + name->height
                        && other->y + other->height > name->y);
      }
}

/* The rows of the legend, in order. */
static char *
legend_text (const NkScene *scene)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < nk_scene_n_items (scene); i++)
    {
      const NkItem *item = nk_scene_item (scene, i);
      g_autofree char *words = NULL;

      if (item->type != NK_ITEM_LEGEND || item->lettering == NULL)
        continue;
      words = sample_words (item->lettering);
      g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", words);
    }
  return g_string_free (text, FALSE);
}

/* Two actors and what ties they have. */
static NkMap *
pair (const char *language,
      guint       n_ties)
{
  NkMap *map = nk_map_new ();
  g_autoptr (NkEdit) edit = nk_edit_new ("Add");
  static const char *const ids[] = { "a", "b" };

  nk_edit_set_text (edit, map, NK_HEAD, "", NK_FIELD_LANGUAGE, language);
  nk_edit_put (edit, map, nk_record_new (NK_SECTOR, "unused"));
  nk_edit_put (edit, map, nk_record_new (NK_KIND, "unused"));
  for (int i = 0; i < 2; i++)
    {
      nk_edit_put (edit, map, nk_record_new (NK_ACTOR, ids[i]));
      nk_edit_set_place (edit, map, NK_ACTOR, ids[i], i * 200, 0);
    }
  for (guint i = 0; i < n_ties; i++)
    {
      g_autofree char *id = g_strdup_printf ("t%u", i);
      NkRecord *tie = nk_record_new (NK_TIE, id);

      nk_record_set_text (tie, NK_FIELD_FROM, "a");
      nk_record_set_text (tie, NK_FIELD_TO, "b");
      nk_record_set_boolean (tie, NK_FIELD_FORMAL, i == 0);
      nk_record_set_integer (tie, NK_FIELD_STRENGTH, i == 2 ? 3 : 1);
      if (i == 3)
        nk_record_set_text (tie, NK_FIELD_CERTAINTY, "open");
      nk_edit_put (edit, map, tie);
    }
  g_assert_true (nk_map_apply (map, edit, NULL));
  return map;
}

static void
test_legend (void)
{
  static const struct { const char *language; guint n_ties; const char *text; } rows[] = {
    { "de", 0, "Akteur_innen; ohne Sektor" },
    { "en", 0, "Actors; no sector" },
    { "", 1, "Actors; no sector; Ties; no kind; Lines; formal" },
    { "de-DE", 2, "Akteur_innen; ohne Sektor; Verbindungen; ohne Art; Linien; formell; informell" },
    { "fr", 3, "Actors; no sector; Ties; no kind; Lines; formal; informal; weak; strong" },
    { "de", 4, "Akteur_innen; ohne Sektor; Verbindungen; ohne Art; Linien; formell; informell; "
               "offen: gefragt, nicht bekannt; schwach; stark" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (NkMap) map = pair (rows[i].language, rows[i].n_ties);
      NkFigureSetting setting = plain_setting (NK_SHOW_LEVELS);
      g_autoptr (NkScene) scene = nk_figure_scene (map, &setting, NULL), bare = NULL;
      g_autofree char *text = legend_text (scene), *none = NULL;

      g_assert_cmpstr (text, ==, rows[i].text);
      setting.legend = NK_LEGEND_NONE;
      bare = nk_figure_scene (map, &setting, NULL);
      none = legend_text (bare);
      g_assert_cmpstr (none, ==, "");
    }
}

/* What a figure says of itself in words. */
static char *
small_print (const NkScene *scene)
{
  for (guint i = 0; i < nk_scene_n_items (scene); i++)
    if (nk_scene_item (scene, i)->type == NK_ITEM_NOTE && nk_scene_item (scene, i)->kind == NK_HEAD)
      return sample_words (nk_scene_item (scene, i)->lettering);
  return NULL;
}

/* Nothing disappears silently. */
static void
test_small_print (void)
{
  static const struct { NkShow show; const char *date, *text; } rows[] = {
    { NK_SHOW_LEVELS, NULL, NULL },
    { NK_SHOW_LEVELS, "2015", "Stand: 2015. "
                              "1 Verbindung besteht 2015 nicht und ist nicht gezeigt." },
    { NK_SHOW_LAYERS, NULL, "1 Akteur_in hat keine Dimension und ist nicht gezeigt. "
                            "3 Verbindungen von ihnen sind auch nicht gezeigt. "
                            "1 Notiz ist in dieser Ansicht nicht gezeigt." },
  };
  g_autoptr (NkMap) map = sample_read (STRANGE);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      NkFigureSetting setting = plain_setting (rows[i].show);
      g_autoptr (NkScene) scene = NULL;
      g_autofree char *text = NULL;

      setting.view.date = rows[i].date;
      scene = nk_figure_scene (map, &setting, NULL);
      text = small_print (scene);
      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

static void
test_format (void)
{
  static const struct { const char *name, *format; } rows[] = {
    { "a.pdf", "pdf" }, { "a.PDF", "pdf" }, { "a.b.svg", "svg" }, { "/x/y.png", "png" },
    { "a.scene.json", "scene.json" }, { "a.json", NULL }, { "a", NULL }, { "", NULL },
    { "pdf", NULL }, { "a.pdf.txt", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpstr (nk_figure_format (rows[i].name), ==, rows[i].format);
}

static void
test_length (void)
{
  static const struct { const char *text; double points; } rows[] = {
    { "174mm", 174 * MM }, { "8.5cm", 85 * MM }, { "4in", 288 }, { "493pt", 493 },
    { " 4 in ", 288 }, { "0mm", 0 },
    { "174", NAN }, { "", NAN }, { "mm", NAN }, { "-3mm", NAN }, { "8,5cm", NAN }, { "nanmm", NAN },
    { "infmm", NAN }, { "0x10mm", NAN }, { "1e999mm", NAN }, { "4 in x", NAN }, { "3m", NAN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      double points = nk_length_parse (rows[i].text);

      if (isnan (rows[i].points))
        g_assert_true (isnan (points));
      else
        g_assert_cmpfloat_with_epsilon (points, rows[i].points, 1e-9);
    }
}

static GBytes *
make (const char *format,
      NkShow      show)
{
  g_autoptr (NkMap) map = sample_read (STRANGE);
  NkFigureSetting setting = plain_setting (show);
  GError *error = NULL;
  GBytes *bytes = nk_figure_data (map, &setting, format, &error);

  g_assert_no_error (error);
  return bytes;
}

static const char *const formats[] = { "pdf", "svg", "png", "scene.json" };

/* The same bytes each time, whatever was drawn in between, in every locale and time zone. */
static void
test_bytes (void)
{
  g_autofree char *locale = g_strdup (setlocale (LC_ALL, NULL));

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    for (int show = NK_SHOW_LEVELS; show <= NK_SHOW_LAYERS; show++)
      {
        g_autoptr (GBytes) first = make (formats[i], show), other = make (formats[i], !show);
        g_autoptr (GBytes) second = NULL;

        g_assert_false (g_bytes_equal (first, other));
        g_setenv ("TZ", "Pacific/Auckland", TRUE);
        if (setlocale (LC_ALL, "de_DE.UTF-8") == NULL)
          g_test_message ("no German locale here: tried in the one there is");
        second = make (formats[i], show);
        setlocale (LC_ALL, locale);
        g_unsetenv ("TZ");
        g_assert_true (g_bytes_equal (first, second));
      }
}

static guint32
big_endian (const guint8 *bytes)
{
  return (guint32) bytes[0] << 24 | bytes[1] << 16 | bytes[2] << 8 | bytes[3];
}

/* 240 mm at 100 dots per inch, and the picture says so. */
static void
test_png (void)
{
  g_autoptr (GBytes) bytes = make ("png", NK_SHOW_LEVELS);
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  const guint8 *physical = memmem (data, length, "pHYs", 4);

  g_assert_cmpmem (data, 8, "\x89PNG\r\n\x1a\n", 8);
  g_assert_cmpuint (big_endian (data + 16), ==, 945);
  g_assert_nonnull (physical);
  g_assert_cmpuint (big_endian (physical + 4), ==, 3937);
  g_assert_cmpuint (big_endian (physical + 8), ==, 3937);
  g_assert_cmpuint (physical[12], ==, 1);
}

typedef struct
{
  GHashTable *ids;
  GString *text;          /* of the text element that is open */
  GPtrArray *texts;
  const char *width;
} Svg;

static void
start_element (GMarkupParseContext *context,
               const char          *name,
               const char         **names,
               const char         **values,
               gpointer             data,
               GError             **error)
{
  Svg *svg = data;

  for (guint i = 0; names[i] != NULL; i++)
    {
      if (g_str_equal (names[i], "id"))
        {
          g_assert_true (g_regex_match_simple ("^[A-Za-z][-A-Za-z0-9._]*$", values[i], 0, 0));
          g_assert_true (g_hash_table_add (svg->ids, g_strdup (values[i])));
        }
      if (g_str_equal (name, "svg") && g_str_equal (names[i], "width"))
        g_assert_cmpstr (values[i], ==, "240mm");
    }
  if (g_str_equal (name, "text"))
    g_string_truncate (svg->text, 0);
}

static void
end_element (GMarkupParseContext *context,
             const char          *name,
             gpointer             data,
             GError             **error)
{
  Svg *svg = data;

  if (g_str_equal (name, "text"))
    g_ptr_array_add (svg->texts, g_strdup (svg->text->str));
}

static void
text_found (GMarkupParseContext *context,
            const char          *text,
            gsize                length,
            gpointer             data,
            GError             **error)
{
  g_string_append_len (((Svg *) data)->text, text, length);
}

static gboolean
is_among (GPtrArray  *texts,
          const char *text)
{
  return g_ptr_array_find_with_equal_func (texts, text, g_str_equal, NULL);
}

/* Well formed, ids that are unique and those of the map, whole names as text. */
static void
test_svg (void)
{
  const GMarkupParser parser = { start_element, end_element, text_found, NULL, NULL };

  for (int show = NK_SHOW_LEVELS; show <= NK_SHOW_LAYERS; show++)
    {
      g_autoptr (GBytes) bytes = make ("svg", show);
      Svg svg = {
        .ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
        .text = g_string_new (NULL),
        .texts = g_ptr_array_new_with_free_func (g_free),
      };
      g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, &svg, NULL);
      GError *error = NULL;
      gsize length;
      const char *data = g_bytes_get_data (bytes, &length);

      g_markup_parse_context_parse (context, data, length, &error);
      g_assert_no_error (error);
      g_markup_parse_context_end_parse (context, &error);
      g_assert_no_error (error);
      g_assert_true (g_hash_table_contains (svg.ids, show == NK_SHOW_LEVELS ? "actor-a0"
                                                                            : "actor-a0-place"));
      g_assert_true (is_among (svg.texts, "Vereine/Kirchen/Brauchtum/Feuerwehr"));
      g_assert_true (is_among (svg.texts, "منظمة الترحيب باللاجئين في المدينة"));
      g_assert_true (is_among (svg.texts, "Gemeinschaftsunterkunft"));
      g_hash_table_unref (svg.ids);
      g_string_free (svg.text, TRUE);
      g_ptr_array_unref (svg.texts);
    }
}

/* Records that would have one id get two; what XML does not allow in one is written otherwise. */
static void
test_svg_ids (void)
{
  static const struct { const char *id; int plane; const char *written; } rows[] = {
    { "t", 1, "tie-t-place" }, { "t-place", -1, "tie-t-place_2" }, { "1.5", -1, "tie-1.5" },
    { "a b<\"", -1, "tie-a_20_b_3c__22_" }, { "ö", -1, "tie-_f6_" },
  };
  const NkExport options = { .title = "", .language = "" };
  g_autoptr (NkScene) scene = nk_scene_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  gsize length;
  const char *data;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    nk_scene_add (scene, NK_ITEM_TIE, NK_TIE, rows[i].id, rows[i].plane);
  nk_scene_finish (scene, 100, 100);
  bytes = nk_export_svg (scene, &options);
  data = g_bytes_get_data (bytes, &length);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *attribute = g_strdup_printf (" id=\"%s\"", rows[i].written);

      g_assert_nonnull (memmem (data, length, attribute, strlen (attribute)));
    }
}

static void
test_pdf (void)
{
  g_autoptr (GBytes) plain = make ("pdf", NK_SHOW_LEVELS), dated = NULL;
  const char *data = g_bytes_get_data (plain, NULL);

  g_assert_cmpmem (data, 5, "%PDF-", 5);
  g_setenv ("SOURCE_DATE_EPOCH", "1500000000", TRUE);
  dated = make ("pdf", NK_SHOW_LEVELS);
  g_unsetenv ("SOURCE_DATE_EPOCH");
  g_assert_false (g_bytes_equal (plain, dated));
}

/* One figure that a thread makes, while the main loop runs. */
typedef struct
{
  NkMap *map;
  NkFigureSetting setting;
  const char *format;
  GBytes *bytes;
  gboolean done;
} Threaded;

static void
make_figure (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Threaded *figure = data;
  GError *error = NULL;

  figure->bytes = nk_figure_data (figure->map, &figure->setting, figure->format, &error);
  g_assert_no_error (error);
  g_task_return_boolean (task, TRUE);
}

static void
on_made (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  ((Threaded *) user_data)->done = TRUE;
}

/* Threads make the same bytes, several at once, also of text that was never set before. */
static void
test_threads (void)
{
  g_autoptr (NkMap) map = sample_read (STRANGE);
  Threaded figures[2 * G_N_ELEMENTS (formats)];

  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      g_autoptr (GTask) task = NULL;

      figures[i] = (Threaded) { nk_map_copy (map), plain_setting (i % 2 ? NK_SHOW_LEVELS
                                                                        : NK_SHOW_LAYERS),
                                formats[i / 2] };
      figures[i].setting.title = "In einem Thread";
      figures[i].setting.view.family = i % 4 < 2 ? "Sans" : "Serif";
      task = g_task_new (NULL, NULL, on_made, &figures[i]);
      g_task_set_task_data (task, &figures[i], NULL);
      g_task_run_in_thread (task, make_figure);
    }
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      g_autoptr (GBytes) bytes = NULL;

      while (!figures[i].done)
        g_main_context_iteration (NULL, TRUE);
      bytes = nk_figure_data (map, &figures[i].setting, figures[i].format, NULL);
      g_assert_true (g_bytes_equal (bytes, figures[i].bytes));
      g_bytes_unref (figures[i].bytes);
      nk_map_unref (figures[i].map);
    }
}

/* What can't be drawn is refused in a sentence. */
static void
test_refused (void)
{
  static const struct { const char *format; double width, dpi; } rows[] = {
    { "png", 240 * MM, 20000 }, { "png", 1e7, 300 }, { "pdf", 1e6, 300 }, { "gif", 240 * MM, 300 },
    { "pdf", 10, 300 }, { "svg", NAN, 300 }, { NULL, 240 * MM, 300 },
  };
  g_autoptr (NkMap) map = sample_read (STRANGE);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      NkFigureSetting setting = plain_setting (NK_SHOW_LEVELS);
      g_autoptr (GError) error = NULL;

      setting.width = rows[i].width;
      setting.dpi = rows[i].dpi;
      g_assert_null (nk_figure_data (map, &setting, rows[i].format, &error));
      g_assert_nonnull (error);
      g_assert_true (g_str_has_suffix (error->message, "."));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure/page", test_page);
  g_test_add_func ("/figure/as-large-as-map", test_as_large_as_map);
  g_test_add_func ("/figure/long-names-of-districts", test_long_names_of_districts);
  g_test_add_func ("/figure/legend", test_legend);
  g_test_add_func ("/figure/small-print", test_small_print);
  g_test_add_func ("/figure/format", test_format);
  g_test_add_func ("/figure/length", test_length);
  g_test_add_func ("/figure/bytes", test_bytes);
  g_test_add_func ("/figure/png", test_png);
  g_test_add_func ("/figure/svg", test_svg);
  g_test_add_func ("/figure/svg-ids", test_svg_ids);
  g_test_add_func ("/figure/pdf", test_pdf);
  g_test_add_func ("/figure/threads", test_threads);
  g_test_add_func ("/figure/refused", test_refused);
  return g_test_run ();
}
