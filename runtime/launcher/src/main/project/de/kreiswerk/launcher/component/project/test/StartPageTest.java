package @PACKAGE@;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class StartPageTest {

    @Test
    void whatSomebodyEntersNeverBecomesHtml() {
        String page = StartPage.content("Titel", "<script>alert(1)</script>", false);

        assertFalse(page.contains("<script>"));
        assertTrue(page.contains("&lt;script&gt;"));
    }

    @Test
    void anEmptyNameIsSaid() {
        assertTrue(StartPage.content("Titel", "", false).contains("Bitte geben Sie einen Namen ein."));
    }
}
