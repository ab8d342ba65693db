/* Colours as they are printed: the samples of the legend, taken from the picture itself, are told
 * apart in every theme, with every kind of vision. */
#include "drawing/figure.h"
#include "drawing/vision.h"

#include "sample.h"

#include <cairo.h>
#include <string.h>

#define EXAMPLE "data/maps/duesseldorf.netzkarte.json"
#define N_OWN 8   /* sectors and kinds that have the program's own colours */
#define N_GREY 3  /* of these are told apart in grey, too */
#define DPI 300.0

/* A sector or a kind, as its sample in the legend shows it. */
typedef struct
{
  const char *id;
  NkInk ink, rim;             /* of a fill and the line round it; of a tie both are its line */
  int form[2];
} Sample;

typedef struct
{
  const guint8 *bytes;
  gsize left;
} Reader;

static cairo_status_t
read_on (void          *closure,
         unsigned char *data,
         unsigned int   length)
{
  Reader *reader = closure;

  if (length > reader->left)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (data, reader->bytes, length);
  reader->bytes += length;
  reader->left -= length;
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
picture_of (const NkMap           *map,
            const NkFigureSetting *setting)
{
  GError *error = NULL;
  g_autoptr (GBytes) bytes = nk_figure_data (map, setting, "png", &error);
  Reader reader;
  cairo_surface_t *picture;

  g_assert_no_error (error);
  reader.bytes = g_bytes_get_data (bytes, &reader.left);
  picture = cairo_image_surface_create_from_png_stream (read_on, &reader);
  g_assert_cmpint (cairo_surface_status (picture), ==, CAIRO_STATUS_SUCCESS);
  return picture;
}

/* The colour of the picture at a point of the page. */
static NkInk
ink_at (cairo_surface_t *picture,
        double           x,
        double           y)
{
  int column = x * DPI / 72, row = y * DPI / 72;
  const guchar *data = cairo_image_surface_get_data (picture);
  guint32 pixel;

  g_assert_cmpint (column, <, cairo_image_surface_get_width (picture));
  g_assert_cmpint (row, <, cairo_image_surface_get_height (picture));
  memcpy (&pixel, data + row * cairo_image_surface_get_stride (picture) + 4 * column, 4);
  return (NkInk) { (pixel >> 16 & 255) / 255.0f, (pixel >> 8 & 255) / 255.0f,
                   (pixel & 255) / 255.0f, 1 };
}

/* The samples of one kind of record in a figure of the map, in the order of the legend. */
static GArray *
samples_of (const NkMap     *map,
            const NkScene   *scene,
            cairo_surface_t *picture,
            NkRecordKind     kind)
{
  GArray *samples = g_array_new (FALSE, FALSE, sizeof (Sample));

  for (guint i = 0; i < nk_scene_n_items (scene); i++)
    {
      const NkItem *item = nk_scene_item (scene, i);
      /* The id belongs to the map; the scene's own does not live as long. */
      const NkRecord *record = nk_map_find (map, kind, item->id);
      Sample sample = { NULL };

      if (item->type != NK_ITEM_LEGEND || item->kind != kind || record == NULL)
        continue;
      sample.id = nk_record_id (record);
      if (kind == NK_SECTOR)
        {
          double middle = item->body_x + item->body_width / 2;

          sample.ink = ink_at (picture, middle, item->body_y + item->body_height * 0.6);
          sample.rim = ink_at (picture, middle, item->body_y + item->body_height);
          sample.form[0] = item->shape;
        }
      else
        {
          sample.ink = sample.rim = ink_at (picture, (item->path[0].x + item->path[1].x) / 2,
                                            item->path[0].y);
          sample.form[0] = item->from_end;
          sample.form[1] = item->to_end;
        }
      g_array_append_val (samples, sample);
    }
  return samples;
}

static const NkRecordKind kinds[] = { NK_SECTOR, NK_KIND };

/* Prints a figure of the map, and takes the samples of its sectors and of its kinds. */
static void
print (const NkMap   *map,
       const NkTheme *theme,
       GArray        *samples[G_N_ELEMENTS (kinds)])
{
  NkFigureSetting setting = nk_figure_setting (nk_profile ("map"));
  g_autoptr (NkScene) scene = NULL;
  cairo_surface_t *picture;
  GError *error = NULL;

  setting.view.theme = theme;
  setting.dpi = DPI;
  scene = nk_figure_scene (map, &setting, &error);
  g_assert_no_error (error);
  picture = picture_of (map, &setting);
  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    samples[k] = samples_of (map, scene, picture, kinds[k]);
  cairo_surface_destroy (picture);
}

/* On dark paper it is the rims that have the map's own colours. */
static void
assert_told_apart (const Sample  *one,
                   const Sample  *other,
                   NkVision       vision,
                   const NkTheme *theme)
{
  double distance = nk_vision_distance (vision, one->ink, other->ink);

  if (theme->dark)
    distance = MAX (distance, nk_vision_distance (vision, one->rim, other->rim));
  if (distance < NK_TOLD_APART)
    g_test_message ("%s and %s in %s, vision %d: %.2f", one->id, other->id, theme->name, vision,
                    distance);
  g_assert_cmpfloat (distance, >=, NK_TOLD_APART);
}

/* An actor of each sector, in a row, and a tie of each kind from each to the next. */
static NkMap *
map_without_colors (void)
{
  NkMap *map = nk_map_new ();
  g_autoptr (NkEdit) edit = nk_edit_new ("Add");

  for (int i = 0; i < N_OWN; i++)
    {
      g_autofree char *id = g_strdup_printf ("%d", i);
      g_autofree char *next = g_strdup_printf ("%d", (i + 1) % N_OWN);
      NkRecord *actor = nk_record_new (NK_ACTOR, id), *tie = nk_record_new (NK_TIE, id);
      NkRecord *kind = nk_record_new (NK_KIND, id);

      nk_record_set_text (actor, NK_FIELD_SECTOR, id);
      nk_record_set_number (actor, NK_FIELD_X, 90 * i);
      nk_record_set_number (actor, NK_FIELD_Y, i % 2 * 60);
      nk_record_set_boolean (kind, NK_FIELD_DIRECTED, i % 2 == 0);
      nk_record_set_text (tie, NK_FIELD_FROM, id);
      nk_record_set_text (tie, NK_FIELD_TO, next);
      nk_record_set_text (tie, NK_FIELD_KIND, id);
      nk_edit_put (edit, map, nk_record_new (NK_SECTOR, id));
      nk_edit_put (edit, map, kind);
      nk_edit_put (edit, map, actor);
      nk_edit_put (edit, map, tie);
    }
  g_assert_true (nk_map_apply (map, edit, NULL));
  return map;
}

/* Two samples in all visions but grey, and in that if `grey`. */
static void
compare (const Sample  *one,
         const Sample  *other,
         const NkTheme *theme,
         gboolean       colors,
         gboolean       grey)
{
  for (int vision = 0; vision < NK_N_VISIONS; vision++)
    if (vision == NK_VISION_GREY ? grey : colors)
      assert_told_apart (one, other, vision, theme);
}

/* The program's own colours, in every theme that has colours. */
static void
test_own (void)
{
  g_autoptr (NkMap) map = map_without_colors ();
  const NkTheme *theme;

  for (guint t = 0; (theme = nk_theme_at (t)) != NULL; t++)
    {
      GArray *samples[G_N_ELEMENTS (kinds)];

      print (map, theme, samples);
      for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
        {
          const Sample *rows = (const Sample *) samples[k]->data;

          g_assert_cmpuint (samples[k]->len, ==, N_OWN);
          for (guint i = 1; i < N_OWN; i++)
            for (guint j = 0; j < i; j++)
              compare (&rows[i], &rows[j], theme, !theme->grey, i < N_GREY);
          g_array_unref (samples[k]);
        }
    }
}

/* The example's colours; and in grey whatever has no form of its own. */
static void
test_example (void)
{
  g_autoptr (NkMap) map = sample_read (EXAMPLE);
  const NkTheme *theme;

  for (guint t = 0; (theme = nk_theme_at (t)) != NULL; t++)
    {
      GArray *samples[G_N_ELEMENTS (kinds)];

      print (map, theme, samples);
      for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
        {
          const Sample *rows = (const Sample *) samples[k]->data;

          g_assert_cmpuint (samples[k]->len, ==, nk_map_count (map, kinds[k]));
          for (guint i = 1; i < samples[k]->len; i++)
            for (guint j = 0; j < i; j++)
              compare (&rows[i], &rows[j], theme, !theme->grey,
                       memcmp (rows[i].form, rows[j].form, sizeof rows->form) == 0);
          g_array_unref (samples[k]);
        }
    }
}

/* A picture in grey has no colour anywhere, not at the rims of letters either. */
static void
test_grey (void)
{
  g_autoptr (NkMap) map = sample_read (EXAMPLE);
  NkFigureSetting setting = nk_figure_setting (nk_profile ("map"));
  cairo_surface_t *picture;
  const guchar *data;
  int width, height, stride;

  setting.view.theme = nk_theme ("grey");
  setting.dpi = 100;
  picture = picture_of (map, &setting);
  data = cairo_image_surface_get_data (picture);
  width = cairo_image_surface_get_width (picture);
  height = cairo_image_surface_get_height (picture);
  stride = cairo_image_surface_get_stride (picture);
  for (int row = 0; row < height; row++)
    for (int column = 0; column < width; column++)
      {
        const guchar *pixel = data + row * stride + 4 * column;

        /* Rounding may part them by one. */
        g_assert_cmpint (ABS (pixel[0] - pixel[1]), <=, 1);
        g_assert_cmpint (ABS (pixel[1] - pixel[2]), <=, 1);
      }
  cairo_surface_destroy (picture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/colors/own", test_own);
  g_test_add_func ("/colors/example", test_example);
  g_test_add_func ("/colors/grey", test_grey);
  return g_test_run ();
}
