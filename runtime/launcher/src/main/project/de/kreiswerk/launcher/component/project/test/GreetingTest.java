package @PACKAGE@;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class GreetingTest {

    @Test
    void whoSaysTheirNameIsGreeted() {
        assertEquals("Guten Tag, Frau Müller!", Greeting.to("  Frau Müller ").words());
    }

    @Test
    void whoSaysNothingIsNot() {
        assertThrows(IllegalArgumentException.class, () -> Greeting.to(" "));
        assertThrows(IllegalArgumentException.class, () -> Greeting.to("x".repeat(Greeting.LONGEST + 1)));
    }
}
