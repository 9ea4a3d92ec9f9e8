package de.kreiswerk.identity.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

    @ParameterizedTest
    @CsvSource({"anna, anna", "' anna ', anna", "Anna.Müller, Anna.Müller", "\uff41nna, anna", "a@b.de, a@b.de"})
    void loginNamesAreWrittenInOneWay(String typed, String kept) {
        assertThat(Names.login(typed)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "anna beispiel",
                "\u0430nna",
                "ann\u03b1",
                "an\u0000na",
                "an\u200bna",
                "\u202eanna",
                "anna\n",
                "\u0251nna",
                "a/b",
                "<b>"
            })
    void lookAlikesControlsAndMarkupAreNoLoginNames(String typed) {
        // A blank at the end is typed by mistake; a line end within is not.
        String name = typed.equals("anna\n") ? "an\nna" : typed;

        assertThat(Names.login(name)).isNull();
    }

    @Test
    void tooLongIsNoLoginName() {
        assertThat(Names.login("a".repeat(100))).isNotNull();
        assertThat(Names.login("a".repeat(101))).isNull();
        assertThat(Names.login("a".repeat(1_000_000))).isNull();
    }

    @Test
    void aLoginNameWhoseKeyIsTooLongIsNone() {
        assertThat(Names.login("\u00df".repeat(50))).isNotNull();
        assertThat(Names.login("\u00df".repeat(51))).isNull();
        assertThat(Names.login("\u0130".repeat(100))).isNull();
    }

    @Test
    void namesThatDifferInCaseOnlyAreTheSame() {
        assertThat(Names.key("ANNA.MÜLLER")).isEqualTo(Names.key("anna.müller"));
        assertThat(Names.key("\u0131nge")).isEqualTo(Names.key("inge"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Anna\u202eBeispiel", "Anna\u0007", "\u200b", "", "   ", "Anna\nBeispiel"})
    void displayNamesHoldNothingInvisible(String name) {
        assertThat(Names.line(name, 200)).isNull();
    }

    @Test
    void displayNamesMayBeOfAllScriptsAndLoseSurplusBlanks() {
        assertThat(Names.line("  Łucja   Øst ", 200)).isEqualTo("Łucja Øst");
    }
}
