package @PACKAGE@;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class StartPageTest {

    @Test
    void whatSomebodyEntersNeverBecomesHtml() {
        String page = StartPage.content(Locale.GERMAN, "\"><script>alert(1)</script>");

        assertFalse(page.contains("<script>"));
        assertTrue(page.contains("&quot;&gt;&lt;script&gt;"));
    }

    @Test
    void anEmptyNameIsSaidAtTheField() {
        assertTrue(StartPage.content(Locale.GERMAN, "").contains("Bitte geben Sie einen Namen ein."));
        assertTrue(StartPage.content(Locale.ENGLISH, "").contains("Please enter a name."));
        assertFalse(StartPage.content(Locale.GERMAN, null).contains("Bitte geben Sie einen Namen ein."));
    }
}
