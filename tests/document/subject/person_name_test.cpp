// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/subject/person_name.h"

#include <gtest/gtest.h>

namespace recital {
namespace {

TEST(InSpokenOrder, TurnsNamesOfSortedLists) {
    EXPECT_EQ(in_spoken_order("Schumann, Clara"), "Clara Schumann");
    EXPECT_EQ(in_spoken_order("Sánchez Pérez, Bekzat"), "Bekzat Sánchez Pérez");
    EXPECT_EQ(in_spoken_order("Beethoven, Ludwig van"), "Ludwig van Beethoven");
    EXPECT_EQ(in_spoken_order("van Beethoven, Ludwig"), "Ludwig van Beethoven");
    EXPECT_EQ(in_spoken_order("Bach, J. S."), "J. S. Bach");
}

TEST(InSpokenOrder, LeavesEverythingElse) {
    for (const char* name :
         {"Clara Schumann", "Earth, Wind & Fire", "Crosby, Stills, Nash & Young", "Harry Connick, Jr.",
          "Emerson, Lake & Palmer", "Tyler, the Creator", "Duke Ellington, pianist", "", ",", "Madonna,"}) {
        EXPECT_EQ(in_spoken_order(name), name);
    }
}

} // namespace
} // namespace recital
