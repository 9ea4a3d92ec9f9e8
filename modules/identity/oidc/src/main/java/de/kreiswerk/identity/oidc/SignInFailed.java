package de.kreiswerk.identity.oidc;

/** Ends a sign-in. The message is for logs and administrators; it holds no secret and nothing of the person. */
final class SignInFailed extends Exception {

    private static final long serialVersionUID = 1L;

    private final Failure failure;
    private final String account;

    SignInFailed(Failure failure, String message) {
        this(failure, message, null);
    }

    SignInFailed(Failure failure, String message, String account) {
        super(message);
        this.failure = failure;
        this.account = account;
    }

    Failure failure() {
        return failure;
    }

    /** The id of the account that it was about; null when nobody knows of one. */
    String account() {
        return account;
    }
}
