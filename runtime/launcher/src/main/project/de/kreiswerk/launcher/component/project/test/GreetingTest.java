package @PACKAGE@;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class GreetingTest {

    @Test
    void whoSaysTheirNameIsGreeted() {
        assertEquals(
                "Guten Tag, Frau Müller!", Greeting.to("  Frau Müller ", Locale.GERMAN).words());
        assertEquals("Hello, Mr Smith!", Greeting.to("Mr Smith", Locale.ENGLISH).words());
    }

    @Test
    void whoSaysNothingIsNot() {
        assertThrows(IllegalArgumentException.class, () -> Greeting.to(" ", Locale.GERMAN));
        String tooLong = "x".repeat(Greeting.LONGEST + 1);
        assertThrows(IllegalArgumentException.class, () -> Greeting.to(tooLong, Locale.GERMAN));
    }
}
