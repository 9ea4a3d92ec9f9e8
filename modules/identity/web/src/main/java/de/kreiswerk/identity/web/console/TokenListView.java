package de.kreiswerk.identity.web.console;

import de.kreiswerk.identity.api.Token;
import java.util.List;

/**
 * The tokens.
 *
 * @param basics what every page shows
 * @param rows the tokens
 */
public record TokenListView(PageBasics basics, List<Row> rows) {

    /**
     * A token.
     *
     * @param token the token
     * @param place where it holds
     * @param permissions what it may, in words
     */
    public record Row(Token token, String place, List<String> permissions) {

        /** Whether it can be used. */
        public boolean isValid() {
            return token.state() == Token.State.VALID;
        }

        /** Whether it is the one in a node's data directory. */
        public boolean isOperator() {
            return token.kind() == Token.Kind.OPERATOR;
        }
    }

    /** What a state is called. */
    public String state(Token token) {
        return switch (token.state()) {
            case VALID -> basics.in(ConsoleTexts.TOKEN_VALID);
            case EXPIRED -> basics.in(ConsoleTexts.TOKEN_EXPIRED);
            case REVOKED -> basics.in(ConsoleTexts.TOKEN_REVOKED);
        };
    }
}
