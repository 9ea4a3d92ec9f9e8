package @PACKAGE@;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class StartPageTest {

    @Test
    void whatSomebodyEntersNeverBecomesHtml() {
        String page =
                StartPage.answer(Locale.GERMAN, "\"><script>alert(1)</script>").html();

        assertFalse(page.contains("<script>"));
        assertTrue(page.contains("&quot;&gt;&lt;script&gt;"));
    }

    @Test
    void whatIsWrongWithANameIsSaidAtTheField() {
        StartPage.Answer missing = StartPage.answer(Locale.GERMAN, "");
        StartPage.Answer tooLong = StartPage.answer(Locale.ENGLISH, "x".repeat(Greeting.LONGEST + 1));

        assertEquals(400, missing.status());
        assertTrue(missing.html().contains("Bitte geben Sie einen Namen ein."));
        assertEquals(400, tooLong.status());
        assertTrue(tooLong.html().contains("A name has at most 80 characters."));
    }

    @Test
    void whoWasNotAskedYetDidNothingWrong() {
        StartPage.Answer answer = StartPage.answer(Locale.GERMAN, null);

        assertEquals(200, answer.status());
        assertFalse(answer.html().contains("name-fehler"));
    }
}
