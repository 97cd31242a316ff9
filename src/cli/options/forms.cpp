// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/options/forms.h"

#include "cli/tree/command.h"

namespace recital {

void begin_option_group(Command& command, const char* group) {
    command.option_defaults()->group(group);
}

void add_usual_exits(Command& command, const char* success) {
    command.add_exit(0, success);
    command.add_exit(2, "wrong usage");
    command.add_exit(4, "all done, but what was to be printed could not be written");
}

} // namespace recital
