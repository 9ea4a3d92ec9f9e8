package de.kreiswerk.core.api.audit;

import de.kreiswerk.core.api.text.Text;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Says why a person cannot be forgotten yet. What is recorded about somebody who was erased fails, so whoever knows that a person can
 * still act provides this as a service. It is asked within a transaction, when the erasure is asked for and when it is carried out. While
 * none is there that {@link #KEEPS_ACCOUNTS}, nobody is erased.
 */
@ConsumerType
public interface ErasureObjection {

    /** Service property of the one who keeps the accounts; Boolean. Others know less of whether a person can still act. */
    String KEEPS_ACCOUNTS = "kreiswerk.keeps-accounts";

    /**
     * Why not.
     *
     * @param subject the person's random id, as the trail has it
     * @return what stands in the way and what to do about it, empty when nothing does
     */
    Optional<Text> to(String subject);
}
