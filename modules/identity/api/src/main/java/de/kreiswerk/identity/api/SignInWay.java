package de.kreiswerk.identity.api;

import de.kreiswerk.core.api.text.Text;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A way to sign in beside name and password, such as the county's own sign-in service: while the service is there, the sign-in
 * page leads to it.
 */
@ConsumerType
public interface SignInWay {

    /**
     * What people call it.
     *
     * @return the name on the button, such as {@code Dienstkonto}
     */
    Text label();

    /**
     * Where it begins. The page adds the parameter {@link de.kreiswerk.core.api.web.WebConstants#SIGN_IN_NEXT}.
     *
     * @return a path on this host
     */
    String path();

    /**
     * Its place.
     *
     * @return smaller comes first
     */
    int order();

    /**
     * Whether it can be expected to work at this moment. Must not wait for anything: the page asks each time.
     *
     * @return false when the page is to say that it is away
     */
    boolean available();
}
