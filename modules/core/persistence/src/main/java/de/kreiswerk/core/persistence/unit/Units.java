package de.kreiswerk.core.persistence.unit;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.component.annotations.Component;

/** Which bundle has which persistence unit. Service within this bundle only. */
@Component(service = Units.class)
public final class Units {

    private final Map<Bundle, PersistenceUnit> units = new ConcurrentHashMap<>();

    public PersistenceUnit of(Class<?> entity) {
        Bundle bundle = FrameworkUtil.getBundle(entity);
        PersistenceUnit unit = bundle == null ? null : units.get(bundle);
        if (unit == null) {
            throw PersistenceUnit.away(bundle == null ? entity.getName() : bundle.getSymbolicName());
        }
        return unit;
    }

    void add(Bundle bundle, PersistenceUnit unit) {
        units.put(bundle, unit);
    }

    PersistenceUnit remove(Bundle bundle) {
        return units.remove(bundle);
    }
}
