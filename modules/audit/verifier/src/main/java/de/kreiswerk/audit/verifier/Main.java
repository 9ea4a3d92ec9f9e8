package de.kreiswerk.audit.verifier;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** {@code java -jar kreiswerk-verify.jar}. Exit codes: those of {@link Verifier}. */
public final class Main {

    private Main() {}

    /**
     * Verifies and ends the process.
     *
     * @param arguments what is to be verified
     */
    public static void main(String[] arguments) {
        PrintStream out = Console.writer(System.out, Console.charset(Console.isThere(), System::getProperty));
        System.exit(new Verifier(out, speaksGerman(System.getenv())).run(List.of(arguments)));
    }

    private static boolean speaksGerman(Map<String, String> environment) {
        return Stream.of("KREISWERK_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .map(value -> !value.startsWith("en"))
                .orElse(true);
    }
}
