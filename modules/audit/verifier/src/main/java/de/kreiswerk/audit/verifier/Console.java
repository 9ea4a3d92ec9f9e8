package de.kreiswerk.audit.verifier;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/** Which characters whoever reads the output understands: a window of Windows is rarely set to UTF-8. */
final class Console {

    private Console() {}

    /** Whether the output goes to a window, and not into a file or another program. */
    static boolean isThere() {
        java.io.Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            // Before Java 22 there is a console where there is a window, and nowhere else.
            return true;
        }
    }

    /** Java calls it by two names: the second up to 18. */
    static Charset charset(boolean there, UnaryOperator<String> property) {
        String named = property.apply("stdout.encoding");
        String name = named == null ? property.apply("sun.stdout.encoding") : named;
        try {
            Charset own = there && name != null ? Charset.forName(name) : StandardCharsets.UTF_8;
            // Where nobody has set a language, ASCII is said of windows that know more.
            return own.newEncoder().canEncode('ä') ? own : StandardCharsets.UTF_8;
        } catch (IllegalArgumentException | UnsupportedOperationException e) {
            return StandardCharsets.UTF_8;
        }
    }

    /** Writes plain quotation marks where there are no others, as in the older windows of Windows. */
    static PrintStream writer(OutputStream out, Charset charset) {
        boolean hasMarks = charset.newEncoder().canEncode("„“");
        return new PrintStream(out, true, charset) {
            @Override
            public void print(String words) {
                super.print(hasMarks ? words : words.replaceAll("[„“]", "\""));
            }

            @Override
            public void println(String words) {
                print(words);
                println();
            }
        };
    }
}
