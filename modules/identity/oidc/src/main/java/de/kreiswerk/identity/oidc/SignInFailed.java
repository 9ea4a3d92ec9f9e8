package de.kreiswerk.identity.oidc;

/** Ends a sign-in. The message is for logs and administrators; it holds no secret and nothing of the person. */
final class SignInFailed extends Exception {

    private static final long serialVersionUID = 1L;

    private final Failure failure;

    SignInFailed(Failure failure, String message) {
        super(message);
        this.failure = failure;
    }

    Failure failure() {
        return failure;
    }
}
