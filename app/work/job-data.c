/* The job and the answer as JSON text. One table a struct says what its members are called, where
 * they are and what they may be; reading, writing and checking all go by it. */
#include "work/job.h"

#include <json-glib/json-glib.h>
#include <math.h>

#define JOB_FORMAT "netzkarte-job-1"
#define ANSWER_FORMAT "netzkarte-answer-1"

/* json-glib reads nested brackets by recursion: what is nested deeper than ours never gets there. */
#define DEEPEST 8

typedef enum { NUMBER, INTEGER, FLAG } MemberType;

typedef struct
{
  const char *name;
  MemberType type;
  gsize offset;
  double least, most;
} Member;

static const Member job_members[] = {
  { "aspect", NUMBER, G_STRUCT_OFFSET (NkJob, aspect), 0.05, 20 },
  { "gap-x", NUMBER, G_STRUCT_OFFSET (NkJob, gap_x), 0, 1000 },
  { "gap-y", NUMBER, G_STRUCT_OFFSET (NkJob, gap_y), 0, 1000 },
  { "zone-padding", NUMBER, G_STRUCT_OFFSET (NkJob, zone_padding), 0, 1000 },
  { "zone-header", NUMBER, G_STRUCT_OFFSET (NkJob, zone_header), 0, 1000 },
  { "band-gap", NUMBER, G_STRUCT_OFFSET (NkJob, band_gap), 0, 1000 },
  { "band-label", NUMBER, G_STRUCT_OFFSET (NkJob, band_label), 0, 1000 },
  { "bands", INTEGER, G_STRUCT_OFFSET (NkJob, n_bands), 0, NK_JOB_MOST_ZONES },
  { "around", INTEGER, G_STRUCT_OFFSET (NkJob, around), -1, NK_JOB_MOST_ACTORS },
};

static const Member district_members[] = {
  { "name-width", NUMBER, G_STRUCT_OFFSET (NkJobDistrict, name_width), 0, NK_JOB_LARGEST_BOX },
};

static const Member actor_members[] = {
  { "width", NUMBER, G_STRUCT_OFFSET (NkJobActor, width), 1, NK_JOB_LARGEST_BOX },
  { "height", NUMBER, G_STRUCT_OFFSET (NkJobActor, height), 1, NK_JOB_LARGEST_BOX },
  { "x", NUMBER, G_STRUCT_OFFSET (NkJobActor, x), -NK_JOB_FARTHEST, NK_JOB_FARTHEST },
  { "y", NUMBER, G_STRUCT_OFFSET (NkJobActor, y), -NK_JOB_FARTHEST, NK_JOB_FARTHEST },
  { "placed", FLAG, G_STRUCT_OFFSET (NkJobActor, placed), 0, 1 },
  { "fixed", FLAG, G_STRUCT_OFFSET (NkJobActor, fixed), 0, 1 },
  { "band", INTEGER, G_STRUCT_OFFSET (NkJobActor, band), -1, NK_JOB_MOST_ZONES },
  { "district", INTEGER, G_STRUCT_OFFSET (NkJobActor, district), -1, NK_JOB_MOST_ZONES },
  { "column", INTEGER, G_STRUCT_OFFSET (NkJobActor, column), -1, NK_JOB_MOST_ZONES },
  { "order", INTEGER, G_STRUCT_OFFSET (NkJobActor, order), 0, NK_JOB_MOST_ACTORS },
};

static const Member tie_members[] = {
  { "from", INTEGER, G_STRUCT_OFFSET (NkJobTie, from), 0, NK_JOB_MOST_ACTORS },
  { "to", INTEGER, G_STRUCT_OFFSET (NkJobTie, to), 0, NK_JOB_MOST_ACTORS },
  { "weight", NUMBER, G_STRUCT_OFFSET (NkJobTie, weight), 0.01, NK_JOB_HEAVIEST_TIE },
  { "directed", FLAG, G_STRUCT_OFFSET (NkJobTie, directed), 0, 1 },
};

static double
member_get (const Member *member,
            gconstpointer data)
{
  if (member->type == NUMBER)
    return G_STRUCT_MEMBER (double, data, member->offset);
  return G_STRUCT_MEMBER (int, data, member->offset);
}

static void
member_set (const Member *member,
            gpointer      data,
            double        value)
{
  if (member->type == NUMBER)
    G_STRUCT_MEMBER (double, data, member->offset) = value;
  else
    G_STRUCT_MEMBER (int, data, member->offset) = (int) value;
}

G_STATIC_ASSERT (sizeof (gboolean) == sizeof (int));

static gboolean G_GNUC_PRINTF (2, 3)
refuse (GError     **error,
        const char  *sentence,
        ...)
{
  va_list arguments;

  va_start (arguments, sentence);
  if (error != NULL)
    *error = g_error_new_valist (NK_WORK_ERROR, NK_WORK_ERROR_REFUSED, sentence, arguments);
  va_end (arguments);
  return FALSE;
}

/* One sentence about the first member that is out of its range; NaN is in no range. */
static gboolean
check_members (const Member  *members,
               guint          n_members,
               gconstpointer  data,
               const char    *what,
               guint          number,
               GError       **error)
{
  for (guint i = 0; i < n_members; i++)
    {
      double value = member_get (&members[i], data);

      if (value >= members[i].least && value <= members[i].most)
        continue;
      return refuse (error, "%s %u: “%s” is %g, and must be from %g to %g.",
                     what, number, members[i].name, value, members[i].least, members[i].most);
    }
  return TRUE;
}

static gboolean
check_actor (const NkJob  *job,
             guint         i,
             GError      **error)
{
  const NkJobActor *actor = nk_job_actor (job, i);

  if (!check_members (actor_members, G_N_ELEMENTS (actor_members), actor, "Actor", i, error))
    return FALSE;
  if (actor->fixed && !actor->placed)
    return refuse (error, "Actor %u is fixed, but has no place.", i);
  if (actor->band >= job->n_bands)
    return refuse (error, "Actor %u is in a band that is not there.", i);
  if (MAX (actor->district, actor->column) >= (int) job->districts->len)
    return refuse (error, "Actor %u is in a district that is not there.", i);
  return TRUE;
}

static gboolean
check_districts (const NkJob  *job,
                 GError      **error)
{
  if (job->districts->len > NK_JOB_MOST_ZONES)
    return refuse (error, "A layout can have at most %d districts.", NK_JOB_MOST_ZONES);
  for (guint i = 0; i < job->districts->len; i++)
    if (!check_members (district_members, G_N_ELEMENTS (district_members),
                        &g_array_index (job->districts, NkJobDistrict, i), "District", i, error))
      return FALSE;
  return TRUE;
}

static gboolean
check_tie (const NkJob  *job,
           guint         i,
           GError      **error)
{
  const NkJobTie *tie = &g_array_index (job->ties, NkJobTie, i);

  if (!check_members (tie_members, G_N_ELEMENTS (tie_members), tie, "Tie", i, error))
    return FALSE;
  if (MAX (tie->from, tie->to) >= (int) job->actors->len || tie->from == tie->to)
    return refuse (error, "Tie %u does not join two actors of the job.", i);
  return TRUE;
}

static gboolean
check_job (const NkJob  *job,
           GError      **error)
{
  if (job->actors->len > NK_JOB_MOST_ACTORS || job->ties->len > NK_JOB_MOST_TIES)
    return refuse (error, "A layout can have at most %d actors and %d ties.",
                   NK_JOB_MOST_ACTORS, NK_JOB_MOST_TIES);
  if (!check_members (job_members, G_N_ELEMENTS (job_members), job, "Job", 1, error)
      || !check_districts (job, error))
    return FALSE;
  if (job->around >= (int) job->actors->len)
    return refuse (error, "The actor in the middle is not there.");
  for (guint i = 0; i < job->actors->len; i++)
    if (!check_actor (job, i, error))
      return FALSE;
  for (guint i = 0; i < job->ties->len; i++)
    if (!check_tie (job, i, error))
      return FALSE;
  return TRUE;
}

/* Writing */

static void
add_members (JsonBuilder   *builder,
             const Member  *members,
             guint          n_members,
             gconstpointer  data)
{
  for (guint i = 0; i < n_members; i++)
    {
      double value = member_get (&members[i], data);

      json_builder_set_member_name (builder, members[i].name);
      if (members[i].type == NUMBER)
        json_builder_add_double_value (builder, value);
      else if (members[i].type == INTEGER)
        json_builder_add_int_value (builder, (gint64) value);
      else
        json_builder_add_boolean_value (builder, value != 0);
    }
}

static void
add_list (JsonBuilder  *builder,
          const char   *name,
          const Member *members,
          guint         n_members,
          const GArray *list)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < list->len; i++)
    {
      json_builder_begin_object (builder);
      add_members (builder, members, n_members,
                   list->data + (gsize) i * g_array_get_element_size ((GArray *) list));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static JsonBuilder *
builder_begin (const char *format)
{
  JsonBuilder *builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "format");
  json_builder_add_string_value (builder, format);
  return builder;
}

static GBytes *
builder_end (JsonBuilder *builder)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;
  char *text;
  gsize length;

  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  json_generator_set_root (generator, root);
  text = json_generator_to_data (generator, &length);
  return g_bytes_new_take (text, length);
}

GBytes *
nk_job_to_data (const NkJob  *job,
                GError      **error)
{
  g_autoptr (JsonBuilder) builder = NULL;
  g_autofree char *seed = g_strdup_printf ("%" G_GUINT64_FORMAT, job->seed);

  if (!check_job (job, error))
    return NULL;
  builder = builder_begin (JOB_FORMAT);
  json_builder_set_member_name (builder, "method");
  json_builder_add_string_value (builder, nk_method_name (job->method));
  json_builder_set_member_name (builder, "seed");   /* as text: whole numbers end at 2^63 here */
  json_builder_add_string_value (builder, seed);
  add_members (builder, job_members, G_N_ELEMENTS (job_members), job);
  add_list (builder, "districts", district_members, G_N_ELEMENTS (district_members),
            job->districts);
  add_list (builder, "actors", actor_members, G_N_ELEMENTS (actor_members), job->actors);
  add_list (builder, "ties", tie_members, G_N_ELEMENTS (tie_members), job->ties);
  return builder_end (builder);
}

/* Reading */

static gboolean
nested_too_deep (const char *text,
                 gsize       length)
{
  int depth = 0;

  for (gsize i = 0; i < length; i++)
    if (text[i] == '[' || text[i] == '{')
      {
        if (++depth > DEEPEST)
          return TRUE;
      }
    else if (text[i] == ']' || text[i] == '}')
      depth--;
  return FALSE;
}

/* A text; "" if there is none of this name, or it is no text. */
static const char *
text_member (JsonObject *object,
             const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING
         ? json_node_get_string (node) : "";
}

/* The root object of a text of this format; NULL if it is not one. Owned by the parser. */
static JsonObject *
parse (JsonParser *parser,
       GBytes     *data,
       const char *format)
{
  gsize length;
  const char *text = g_bytes_get_data (data, &length);
  JsonNode *root;
  JsonObject *object;

  if (length == 0 || !g_utf8_validate_len (text, length, NULL) || nested_too_deep (text, length)
      || !json_parser_load_from_data (parser, text, (gssize) length, NULL))
    return NULL;
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return NULL;
  object = json_node_get_object (root);
  return g_str_equal (text_member (object, "format"), format) ? object : NULL;
}

static JsonArray *
list_member (JsonObject *object,
             const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static gboolean
read_number (JsonNode *node,
             double   *number)
{
  GType type = node != NULL ? json_node_get_value_type (node) : G_TYPE_INVALID;

  if (type == G_TYPE_INT64)
    *number = (double) json_node_get_int (node);
  else if (type == G_TYPE_DOUBLE)
    *number = json_node_get_double (node);
  else
    return FALSE;
  return TRUE;
}

/* Fills a struct; numbers that no int can hold are left for check_members () to refuse. */
static gboolean
read_members (JsonObject   *object,
              const Member *members,
              guint         n_members,
              gpointer      data)
{
  for (guint i = 0; i < n_members; i++)
    {
      JsonNode *node = json_object_get_member (object, members[i].name);
      double value;

      if (members[i].type == FLAG)
        {
          if (node == NULL || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
            return FALSE;
          value = json_node_get_boolean (node);
        }
      else if (!read_number (node, &value))
        return FALSE;
      if (members[i].type == INTEGER && (value != floor (value) || fabs (value) > G_MAXINT))
        return FALSE;
      member_set (&members[i], data, value);
    }
  return TRUE;
}

static gboolean
read_list (JsonObject   *object,
           const char   *name,
           const Member *members,
           guint         n_members,
           GArray       *list)
{
  JsonArray *array = list_member (object, name);
  guint n = array != NULL ? json_array_get_length (array) : 0;

  if (array == NULL)
    return FALSE;
  g_array_set_size (list, n);
  for (guint i = 0; i < n; i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (!JSON_NODE_HOLDS_OBJECT (node)
          || !read_members (json_node_get_object (node), members, n_members,
                            list->data + (gsize) i * g_array_get_element_size (list)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_job (JsonObject *object,
          NkJob      *job)
{
  int number = nk_method_from_name (text_member (object, "method"));

  job->method = (NkMethod) MAX (number, 0);
  return number >= 0
         && g_ascii_string_to_unsigned (text_member (object, "seed"), 10, 0, G_MAXUINT64, &job->seed,
                                        NULL)
         && read_members (object, job_members, G_N_ELEMENTS (job_members), job)
         && read_list (object, "districts", district_members, G_N_ELEMENTS (district_members),
                       job->districts)
         && read_list (object, "actors", actor_members, G_N_ELEMENTS (actor_members), job->actors)
         && read_list (object, "ties", tie_members, G_N_ELEMENTS (tie_members), job->ties);
}

NkJob *
nk_job_from_data (GBytes  *data,
                  GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (NkJob) job = nk_job_new (NK_METHOD_LEVELS);
  JsonObject *object = parse (parser, data, JOB_FORMAT);

  if (object == NULL || !read_job (object, job))
    {
      refuse (error, "This is not a job for a layout.");
      return NULL;
    }
  return check_job (job, error) ? g_steal_pointer (&job) : NULL;
}

/* The answer */

static gboolean
position_fits (const NkJobPosition *position,
               const NkJobActor    *actor)
{
  if (actor->fixed)
    return position->x == actor->x && position->y == actor->y;
  return fabs (position->x) <= NK_JOB_FARTHEST && fabs (position->y) <= NK_JOB_FARTHEST;
}

static gboolean
check_answer (const NkAnswer  *answer,
              const NkJob     *job,
              GError         **error)
{
  gboolean fits = answer->positions->len == job->actors->len;

  for (guint i = 0; fits && i < job->actors->len; i++)
    fits = position_fits (nk_answer_position (answer, i), nk_job_actor (job, i));
  if (!fits)
    g_set_error_literal (error, NK_WORK_ERROR, NK_WORK_ERROR_BAD_ANSWER,
                         "The answer has not a sound position for every actor.");
  return fits;
}

static double
rounded (double value)
{
  return round (value * 100) / 100 + 0.0;   /* + 0.0: no minus in front of a zero */
}

GBytes *
nk_answer_to_data (const NkAnswer  *answer,
                   const NkJob     *job,
                   GError         **error)
{
  g_autoptr (JsonBuilder) builder = NULL;

  if (!check_answer (answer, job, error))
    return NULL;
  builder = builder_begin (ANSWER_FORMAT);
  json_builder_set_member_name (builder, "positions");
  json_builder_begin_array (builder);
  for (guint i = 0; i < answer->positions->len; i++)
    {
      const NkJobPosition *at = nk_answer_position (answer, i);
      gboolean fixed = nk_job_actor (job, i)->fixed;

      json_builder_begin_array (builder);
      json_builder_add_double_value (builder, fixed ? at->x : rounded (at->x));
      json_builder_add_double_value (builder, fixed ? at->y : rounded (at->y));
      json_builder_end_array (builder);
    }
  json_builder_end_array (builder);
  return builder_end (builder);
}

static gboolean
read_position (JsonNode      *node,
               NkJobPosition *position)
{
  JsonArray *pair = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  return pair != NULL && json_array_get_length (pair) == 2
         && read_number (json_array_get_element (pair, 0), &position->x)
         && read_number (json_array_get_element (pair, 1), &position->y);
}

NkAnswer *
nk_answer_from_data (GBytes       *data,
                     const NkJob  *job,
                     GError      **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonObject *object = parse (parser, data, ANSWER_FORMAT);
  JsonArray *list = object != NULL ? list_member (object, "positions") : NULL;
  g_autoptr (NkAnswer) answer = NULL;
  gboolean sound = list != NULL;

  answer = nk_answer_new (sound ? json_array_get_length (list) : 0);
  for (guint i = 0; sound && i < answer->positions->len; i++)
    sound = read_position (json_array_get_element (list, i), nk_answer_position (answer, i));
  if (!sound)
    {
      g_set_error_literal (error, NK_WORK_ERROR, NK_WORK_ERROR_BAD_ANSWER,
                           "This is not an answer to a layout, or it is cut off.");
      return NULL;
    }
  return check_answer (answer, job, error) ? g_steal_pointer (&answer) : NULL;
}
