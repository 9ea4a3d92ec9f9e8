package de.kreiswerk.identity.service;

import de.kreiswerk.core.api.text.Text;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a password must be like: long rather than motley, and not among those that everybody tries first (BSI ORP.4.A22). */
final class PasswordRules {

    static final int SHORTEST = 12;
    static final int LONGEST = 128;
    private static final int DIFFERENT = 5;

    private PasswordRules() {}

    /** Whether a password can be one at all: whatever is longer need not be hashed to be wrong. */
    static boolean isPossible(String password) {
        return password != null
                && password.length() <= 2 * LONGEST
                && password.codePointCount(0, password.length()) <= LONGEST;
    }

    /** What is wrong with a chosen password, empty when nothing is. */
    static Optional<Text> objection(String password, String loginName) {
        if (password == null || !isPossible(password)) {
            return Optional.of(new Text(
                    "Das Kennwort darf höchstens " + LONGEST + " Zeichen haben.",
                    "The password may have " + LONGEST + " characters at most."));
        }
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            return Optional.of(new Text(
                    "Das Kennwort muss mindestens " + SHORTEST
                            + " Zeichen haben. Mehrere Wörter hintereinander sind gut zu merken.",
                    "The password must have at least " + SHORTEST
                            + " characters. Several words in a row are easy to remember."));
        }
        String plain = Normalizer.normalize(password, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        if (plain.codePoints().distinct().count() < DIFFERENT) {
            return Optional.of(new Text(
                    "Das Kennwort besteht aus zu wenigen verschiedenen Zeichen.",
                    "The password is made of too few different characters."));
        }
        String name = Names.key(loginName);
        if (name.length() >= 4 && plain.contains(name) && plain.length() - name.length() < SHORTEST) {
            return Optional.of(new Text(
                    "Das Kennwort besteht vor allem aus Ihrem Anmeldenamen.",
                    "The password is mostly your login name."));
        }
        return common().contains(plain)
                ? Optional.of(new Text(
                        "Dieses Kennwort steht auf der Liste derer, die zuerst ausprobiert werden. Wählen Sie ein anderes.",
                        "This password is on the list of those that are tried first. Choose another."))
                : Optional.empty();
    }

    /** Read when it is needed, which is seldom. */
    private static Set<String> common() {
        try (InputStream in = PasswordRules.class.getResourceAsStream("/common-passwords.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new IllegalStateException("The list of common passwords cannot be read", e);
        }
    }
}
