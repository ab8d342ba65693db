/* Words for people: marks what is translated. Include it last but for system headers. */
#pragma once

#include "config.h"

#include <glib/gi18n-lib.h>
