package de.kreiswerk.audit.log.checkpoint;

import de.kreiswerk.audit.api.SealKeyStore;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The stores that other bundles bring; which of them is used, if any, the operator decides. */
@Component(service = KeyStores.class)
public class KeyStores {

    static final String VARIABLE = "KREISWERK_SEAL_KEY_STORE";

    private final Map<SealKeyStore, String> stores = new ConcurrentHashMap<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void add(SealKeyStore store, Map<String, Object> properties) {
        stores.put(store, String.valueOf(properties.get(SealKeyStore.NAME)));
    }

    void remove(SealKeyStore store) {
        stores.remove(store);
    }

    Optional<SealKeyStore> named(String name) {
        return stores.entrySet().stream()
                .filter(each -> each.getValue().equals(name))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /**
     * The store that the operator decided for.
     *
     * @param environment the variables
     * @param data the data directory
     * @return one that a bundle brings, or keys in the environment or in a file
     */
    public KeyStore chosen(Map<String, String> environment, Path data) {
        String name = environment.getOrDefault(VARIABLE, "").strip();
        return name.isEmpty() ? KeyFile.of(environment, data) : new BroughtKeys(name, this);
    }
}
