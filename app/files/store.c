#include "files/store.h"

#include "files/gate.h"
#include "files/native.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "map/text.h"

/* ---- opening ---- */

/* GIO's messages name its calls; people want to know what is wrong with their file. */
static gboolean
refuse_read (const char *name,
             GError     *problem,
             GError    **error)
{
  if (g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) ||
      g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY))
    g_set_error (error, G_IO_ERROR, problem->code, _("%s does not exist."), name);
  else if (g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    g_set_error (error, G_IO_ERROR, problem->code,
                 _("%s cannot be read: you do not have the permission."), name);
  else
    g_set_error (error, G_IO_ERROR, problem->code, _("%s cannot be read: %s."), name,
                 problem->message);
  g_error_free (problem);
  return FALSE;
}

static gboolean
is_readable_file (GFile      *file,
                  const char *name,
                  GError    **error)
{
  GError *problem = NULL;
  g_autoptr (GFileInfo) info =
    g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                       G_FILE_QUERY_INFO_NONE, NULL, &problem);

  if (info == NULL)
    return refuse_read (name, problem, error);
  switch (g_file_info_get_file_type (info))
    {
    case G_FILE_TYPE_DIRECTORY:
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY, _("%s is a folder, not a map."),
                   name);
      return FALSE;
    case G_FILE_TYPE_SPECIAL:
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE,
                   _("%s is not a regular file, so it cannot be a map."), name);
      return FALSE;
    default:
      break;
    }
  if (g_file_info_get_size (info) > NK_GATE_BYTES)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("%s is larger than 512 MiB."), name);
      return FALSE;
    }
  return TRUE;
}

NkMap *
nk_store_open (GFile   *file,
               char   **entity,
               GError **error)
{
  g_autofree char *name = g_file_get_parse_name (file);
  g_autofree char *data = NULL;
  g_autofree char *tag = NULL;
  GError *problem = NULL;
  gsize length;
  NkMap *map;

  if (!is_readable_file (file, name, error))
    return NULL;
  if (!g_file_load_contents (file, NULL, &data, &length, &tag, &problem))
    {
      refuse_read (name, problem, error);
      return NULL;
    }
  map = nk_native_read (data, length, name, error);
  if (map != NULL && entity != NULL)
    *entity = g_steal_pointer (&tag);
  return map;
}

/* ---- replacing ---- */

static gboolean
refuse_write (const char *name,
              int         number,
              GError    **error)
{
  int code = g_io_error_from_errno (number);

  switch (number)
    {
    case ENOENT:
    case ENOTDIR:
      g_set_error (error, G_IO_ERROR, code, _("%s cannot be written: its folder does not exist."),
                   name);
      break;
    case EACCES:
    case EPERM:
      g_set_error (error, G_IO_ERROR, code,
                   _("%s cannot be written: you do not have the permission."), name);
      break;
    case ENOSPC:
    case EDQUOT:
      g_set_error (error, G_IO_ERROR, code, _("%s cannot be written: the disk is full."), name);
      break;
    default:
      g_set_error (error, G_IO_ERROR, code, _("%s cannot be written: %s."), name,
                   g_strerror (number));
    }
  return FALSE;
}

/* All of the bytes, on the disk and not only on their way to it. */
static gboolean
write_and_sync (int     fd,
                GBytes *bytes)
{
  gsize left;
  const char *at = g_bytes_get_data (bytes, &left);

  while (left > 0)
    {
      gssize written = write (fd, at, left);

      if (written < 0 && errno != EINTR)
        return FALSE;
      if (written > 0)
        {
          at += written;
          left -= written;
        }
    }
  return fsync (fd) == 0;
}

/* Gives the new file the permissions and, as far as we may, the owner of the old one. */
static gboolean
take_over_mode (int         fd,
                const char *path)
{
  struct stat old;

  if (stat (path, &old) != 0)
    {
      mode_t mask = umask (0);

      umask (mask);
      return errno == ENOENT && fchmod (fd, 0666 & ~mask) == 0;
    }
  if (fchown (fd, old.st_uid, old.st_gid) != 0 && errno != EPERM)
    return FALSE;
  return fchmod (fd, old.st_mode & 07777) == 0;
}

/* A rename lasts only once the folder is on the disk as well. Not every file system can do that,
 * and the file is whole either way. */
static void
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd >= 0)
    {
      fsync (fd);
      close (fd);
    }
}

/* What is there may be replaced: a file that may be written, or nothing. */
static gboolean
may_be_replaced (const char *path,
                 const char *name,
                 GError    **error)
{
  struct stat there;

  if (stat (path, &there) != 0)
    return errno == ENOENT || refuse_write (name, errno, error);
  if (S_ISREG (there.st_mode))
    return access (path, W_OK) == 0 || refuse_write (name, errno, error);
  if (S_ISDIR (there.st_mode))
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY, _("%s is a folder. Name a file."),
                 name);
  else
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE,
                 _("%s is not a regular file, so it is not written over."), name);
  return FALSE;
}

/* `path` is no symbolic link. Sets errno. */
static gboolean
replace_path (const char *path,
              GBytes     *bytes)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *beside = g_build_filename (folder, ".netzkarte-XXXXXX", NULL);
  int fd = g_mkstemp_full (beside, O_WRONLY | O_CLOEXEC, 0600), number;

  if (fd < 0)
    return FALSE;
  if (take_over_mode (fd, path) && write_and_sync (fd, bytes) && rename (beside, path) == 0)
    {
      close (fd);
      sync_folder (path);
      return TRUE;
    }
  number = errno;
  close (fd);
  unlink (beside);
  errno = number;
  return FALSE;
}

/* Where a chain of symbolic links ends, even if nothing is there. To be freed. */
static char *
follow_links (const char *path)
{
  char *at = g_strdup (path);

  /* As many as the kernel follows; a longer chain is refused when it is opened. */
  for (int i = 0; i < 40; i++)
    {
      g_autofree char *target = g_file_read_link (at, NULL);
      g_autofree char *folder = g_path_get_dirname (at);

      if (target == NULL)
        break;
      g_free (at);
      at = g_path_is_absolute (target) ? g_strdup (target)
                                       : g_build_filename (folder, target, NULL);
    }
  return at;
}

static char *
query_tag (GFile *file)
{
  g_autoptr (GFileInfo) info =
    g_file_query_info (file, G_FILE_ATTRIBUTE_ETAG_VALUE, G_FILE_QUERY_INFO_NONE, NULL, NULL);

  return info != NULL ? g_strdup (g_file_info_get_etag (info)) : NULL;
}

/* A file that someone else has saved since we read it is not overwritten unseen. */
static gboolean
is_as_we_know_it (GFile       *file,
                  const char  *name,
                  const char  *known,
                  GError     **error)
{
  g_autofree char *tag = query_tag (file);

  if (known == NULL || tag == NULL || g_str_equal (tag, known))
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG,
               _("%s has been changed on disk since it was opened."), name);
  return FALSE;
}

gboolean
nk_store_replace (GFile   *file,
                  GBytes  *bytes,
                  char   **entity,
                  GError **error)
{
  g_autofree char *name = g_file_get_parse_name (file);
  const char *path = g_file_peek_path (file);
  g_autofree char *target = NULL;

  if (entity != NULL && !is_as_we_know_it (file, name, *entity, error))
    return FALSE;
  if (path == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                   _("%s is not on this computer. Save it in a folder here."), name);
      return FALSE;
    }
  if (!may_be_replaced (path, name, error))
    return FALSE;
  target = follow_links (path);
  if (!replace_path (target, bytes))
    return refuse_write (name, errno, error);
  if (entity != NULL)
    {
      g_free (*entity);
      *entity = query_tag (file);
    }
  return TRUE;
}
