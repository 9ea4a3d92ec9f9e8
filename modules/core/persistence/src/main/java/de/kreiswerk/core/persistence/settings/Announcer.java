package de.kreiswerk.core.persistence.settings;

import java.io.IOException;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.cm.ConfigurationEvent;
import org.osgi.service.cm.ConfigurationListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Lets components hear of a change that was kept, and waits until they have: a page that is asked for right afterwards would
 * otherwise meet components that are just starting anew. Service within this bundle only.
 */
@Component(service = {Announcer.class, ConfigurationListener.class})
public class Announcer implements ConfigurationListener {

    /** Nobody has such settings. Events come one after the other, so that its event comes when all have heard. */
    private static final String MARKER = "de.kreiswerk.core.persistence.settings.heard";

    private static final long PATIENCE_SECONDS = 5;

    private final DatabaseSettingsStore store;
    private final ConfigurationAdmin admin;
    private volatile CountDownLatch waiting = new CountDownLatch(0);

    /**
     * Announces.
     *
     * @param store what holds
     * @param admin tells the components
     */
    @Activate
    public Announcer(@Reference DatabaseSettingsStore store, @Reference ConfigurationAdmin admin) {
        this.store = store;
        this.admin = admin;
    }

    void announce(String pid) throws IOException {
        tell(pid, () -> store.taken(pid));
    }

    /** What was told before, whatever is kept; null for no configuration. */
    void hold(String pid, String told) throws IOException {
        tell(pid, () -> store.held(pid, told));
    }

    /** What is told, asked for when nothing is written any more. */
    @FunctionalInterface
    private interface News {

        Optional<Dictionary<String, Object>> ask() throws IOException;
    }

    private synchronized void tell(String pid, News news) throws IOException {
        CountDownLatch heard = new CountDownLatch(1);
        waiting = heard;
        // Config Admin would write back what it takes over, over what another node may have written in the meantime.
        store.withoutWriting(() -> {
            Optional<Dictionary<String, Object>> now = news.ask();
            Configuration configuration = configuration(pid);
            if (now.isPresent()) {
                configuration.update(now.get());
            } else {
                configuration.delete();
            }
            Configuration marker = admin.getConfiguration(MARKER, null);
            marker.update(new Hashtable<>(Map.of("pid", pid)));
            marker.delete();
        });
        try {
            heard.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Configuration configuration(String pid) throws IOException {
        String factory = Pids.factory(pid).orElse(null);
        return factory == null
                ? admin.getConfiguration(pid, null)
                : admin.getFactoryConfiguration(factory, Pids.name(pid), null);
    }

    @Override
    public void configurationEvent(ConfigurationEvent event) {
        if (event.getType() == ConfigurationEvent.CM_UPDATED && event.getPid().equals(MARKER)) {
            waiting.countDown();
        }
    }
}
