package de.kreiswerk.core.api.web;

import de.kreiswerk.core.api.identity.Caller;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Where the trail shows what happened to an object. Whoever shows an object refers to this as optional and dynamic, and shows no link
 * while it is away: the pages of the trail may be removed like any others.
 */
@ProviderType
public interface TrailLinks {

    /**
     * The page with the records of an object.
     *
     * @param caller who reads, null for nobody
     * @param objectType the type that the object's records name, such as {@code Account}
     * @param objectId the id that they name
     * @return a path with its query; empty for those who may not read the trail
     */
    Optional<String> history(Caller caller, String objectType, String objectId);
}
