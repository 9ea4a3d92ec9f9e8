package de.kreiswerk.core.api.web;

import org.osgi.annotation.versioning.ProviderType;

/** Names that components and the web chain share. */
@ProviderType
public interface WebConstants {

    /**
     * Service property of a servlet: which permission it asks for. A servlet that states neither this nor
     * {@link #PUBLIC} is served to nobody.
     */
    String PERMISSION = "kreiswerk.permission";

    /** Service property of a servlet: true when it is for everyone. */
    String PUBLIC = "kreiswerk.public";

    /**
     * Service property of a public servlet: true when the platform may keep its answers to GET, those for which it notes
     * {@link MadeOf} in the request.
     */
    String CACHED = "kreiswerk.cached";

    /**
     * Service property of a public servlet: true when it is where people sign in. Who asks for a page without being signed
     * in is led there, with the page's address as parameter {@link #SIGN_IN_NEXT}.
     */
    String SIGN_IN = "kreiswerk.sign-in";

    /** Parameter of the sign-in page: the path on this host that is asked for. */
    String SIGN_IN_NEXT = "weiter";

    /**
     * Value of {@code osgi.jaxrs.extension.select} that every JAX-RS application states: it then starts only together with
     * the platform's permission check, JSON and problem details.
     */
    String REST_BASICS = "(kreiswerk.rest=basics)";

    /** Request attribute: the {@link de.kreiswerk.core.api.identity.Caller}, absent when nobody is signed in. */
    String CALLER = "de.kreiswerk.caller";

    /** Request attribute: the id of the caller's session, a String; absent when the caller has none. A secret. */
    String SESSION = "de.kreiswerk.session";

    /**
     * Request attribute: the token that a form of a signed-in page sends back as field {@link #CSRF_FIELD}, or a script as
     * header {@link #CSRF_HEADER}; a String, absent without a session.
     */
    String CSRF_TOKEN = "de.kreiswerk.csrf.token";

    /** Field of a form (application/x-www-form-urlencoded) that holds the {@link #CSRF_TOKEN}. */
    String CSRF_FIELD = "csrf";

    /** Header that holds the {@link #CSRF_TOKEN}. */
    String CSRF_HEADER = "X-CSRF-Token";

    /**
     * Request attribute of requests that may change something, and of all at a {@link #SIGN_IN} servlet: the network address of whoever sent it, a String; behind a
     * trusted proxy the one that the proxy names.
     */
    String CLIENT_ADDRESS = "de.kreiswerk.client.address";

    /** Request attribute: the id of the request, a String. */
    String REQUEST_ID = "de.kreiswerk.request.id";

    /** Request attribute: Boolean.TRUE while the authenticator is away and callers cannot be told apart. */
    String IDENTITY_AWAY = "de.kreiswerk.identity.away";

    /**
     * Request attribute: set by the platform's REST basics as soon as they have a request in hand. An answer from below a
     * JAX-RS application's base that came about without them is thrown away.
     */
    String REST_HANDLED = "de.kreiswerk.rest.handled";

    /** Request attribute: the {@link de.kreiswerk.core.api.problem.Problem} that was answered, so that the trail tells it as well. */
    String PROBLEM = "de.kreiswerk.problem";

    /**
     * Request attribute: set when the answer is decided before the body was read to its end. What is left of the body is
     * then cut off at the limit without another error.
     */
    String ANSWERED = "de.kreiswerk.answered";
}
