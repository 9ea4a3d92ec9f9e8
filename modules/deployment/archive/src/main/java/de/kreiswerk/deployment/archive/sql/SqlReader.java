package de.kreiswerk.deployment.archive.sql;

import de.kreiswerk.deployment.archive.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes a script apart: literals, quoted names and comments are seen as H2 and PostgreSQL both see them, and what only one of them
 * sees in that way is {@link Kind#ODD}, such as dollars, which begin a literal, a name or a placeholder. Reads each character once.
 */
final class SqlReader {

    /** Of a statement: it is in memory as a whole. */
    private static final int MOST = 200_000;

    private static final String SYMBOLS = "(),;.=<>+-*/%|:[]!~^&#@?";
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final String sql;
    private int at;
    private boolean afterDot;

    SqlReader(String sql) {
        this.sql = sql;
        this.at = !sql.isEmpty() && sql.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
    }

    /** The next statement; nothing at the end. */
    List<Token> next() {
        List<Token> tokens = new ArrayList<>();
        while (at < sql.length()) {
            Token token = token();
            if (token == null) {
                continue;
            }
            afterDot = token.is(".");
            if (token.is(";")) {
                if (!tokens.isEmpty()) {
                    return tokens;
                }
            } else if (tokens.size() < MOST) {
                tokens.add(token);
            } else if (tokens.size() == MOST) {
                tokens.add(odd("…"));
            }
        }
        return tokens;
    }

    /** Null for space and comments. */
    private Token token() {
        char first = sql.charAt(at);
        if (" \t\n\r\f".indexOf(first) >= 0) {
            at++;
            return null;
        }
        if (sql.startsWith("--", at)) {
            return line() ? null : odd("--");
        }
        if (sql.startsWith("//", at)) {
            // H2 only.
            line();
            return odd("//");
        }
        if (sql.startsWith("/*", at)) {
            return block();
        }
        if (first == '\'' || first == '"') {
            return quoted(first);
        }
        if (Character.isDigit(first)) {
            return number();
        }
        if (isOfWord(first)) {
            return word();
        }
        at++;
        String text = String.valueOf(first);
        return SYMBOLS.contains(text) ? new Token(Kind.SYMBOL, text) : odd(text);
    }

    /** Whether all agree on where the comment ends. */
    private boolean line() {
        while (at < sql.length() && sql.charAt(at) != '\n' && sql.charAt(at) != '\r') {
            at++;
        }
        return at == sql.length() || sql.charAt(at) == '\n' || sql.startsWith("\r\n", at);
    }

    private Token block() {
        int end = sql.indexOf("*/", at + 2);
        if (end < 0) {
            at = sql.length();
            return odd("/*");
        }
        // Only some take comments for nested.
        int inner = sql.indexOf("/*", at + 2);
        boolean nested = inner >= 0 && inner < end;
        at = end + 2;
        return nested ? odd("/* /*") : null;
    }

    private Token quoted(char quote) {
        int start = at++;
        while (at < sql.length()) {
            if (sql.charAt(at++) == quote) {
                if (at == sql.length() || sql.charAt(at) != quote) {
                    return quote == '"' ? new Token(Kind.NAME, sql.substring(start, at)) : new Token(Kind.LITERAL, "");
                }
                at++;
            }
        }
        return odd(String.valueOf(quote));
    }

    private Token number() {
        digits();
        if (at < sql.length() && sql.charAt(at) == '.') {
            at++;
            digits();
        }
        return new Token(Kind.LITERAL, "");
    }

    private void digits() {
        while (at < sql.length() && Character.isDigit(sql.charAt(at))) {
            at++;
        }
    }

    private static boolean isOfWord(char character) {
        return character == '_' || Character.isLetterOrDigit(character);
    }

    private Token word() {
        int start = at;
        while (at < sql.length() && (isOfWord(sql.charAt(at)) || sql.charAt(at) == '$')) {
            at++;
        }
        String word = lowerCase(sql.substring(start, at));
        boolean escapes = word.equals("e") && sql.startsWith("'", at)
                || word.equals("u") && (sql.startsWith("&'", at) || sql.startsWith("&\"", at));
        if (escapes || word.indexOf('$') >= 0) {
            return odd(word);
        }
        return new Token(afterDot ? Kind.NAME : Kind.WORD, word);
    }

    /** Other letters are not folded by all databases. */
    private static String lowerCase(String word) {
        StringBuilder folded = new StringBuilder(word);
        for (int i = 0; i < word.length(); i++) {
            char letter = word.charAt(i);
            if (letter >= 'A' && letter <= 'Z') {
                folded.setCharAt(i, (char) (letter - 'A' + 'a'));
            }
        }
        return folded.toString();
    }

    private static Token odd(String text) {
        return new Token(Kind.ODD, text);
    }
}
