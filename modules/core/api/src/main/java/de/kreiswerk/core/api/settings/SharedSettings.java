package de.kreiswerk.core.api.settings;

import java.util.Collection;
import java.util.Set;
import java.util.function.Supplier;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Configurations are kept once for all nodes, and each node's Config Admin knows those that it has seen. What another node
 * changed is taken over by itself within a few seconds; who cannot wait for that asks for it.
 */
@ProviderType
public interface SharedSettings {

    /**
     * Takes over what is kept for some PIDs at this moment. Nothing is written. Returns when the components have heard of it.
     *
     * @param pids PIDs, those of a factory's configurations with tilde and name
     * @throws de.kreiswerk.core.api.persistence.PersistenceFailure when the database does not answer
     */
    void refresh(Collection<String> pids);

    /**
     * What another node changed of some PIDs is not taken over by itself: who says so asks for it by {@link #refresh} when it is time.
     *
     * @param pids asked whenever another node has changed something: all that are to be left out at that moment
     * @return ends it when it is closed
     */
    LeftOut leaveOut(Supplier<Collection<String>> pids);

    /**
     * Leaves the components of this node with what they were last told of some PIDs, whatever is kept: Config Admin says so as well, to whoever
     * starts meanwhile. It holds for as long as the PIDs are left out, and until somebody asks for what is kept by {@link #refresh}, or sets
     * them on this node. Nothing is written.
     *
     * @param pids PIDs that are left out
     * @return what they were told, should it be wanted again after a {@link #refresh}
     */
    Held hold(Collection<String> pids);

    /**
     * Which settings of a configuration a file or the environment of this node determines. Their values lie over what is kept, in what Config
     * Admin says as well; they may be secrets, and nobody is to write them down.
     *
     * @param pid a PID, that of a factory's configuration with tilde and name
     * @return their keys, mostly none
     */
    Set<String> determined(String pid);

    /** What components were told before. */
    @ProviderType
    interface Held {

        /** It is what they have again, as with {@link SharedSettings#hold}. Returns when they have heard of it. */
        void again();
    }

    /** PIDs that are not taken over by themselves. */
    @ProviderType
    interface LeftOut extends AutoCloseable {

        /** They are again. */
        @Override
        void close();
    }
}
