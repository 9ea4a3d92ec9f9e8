package de.kreiswerk.itest.careless;

import java.util.Set;
import javax.ws.rs.core.Application;

/** Nothing but the resource. */
public final class CarelessApplication extends Application {

    @Override
    public Set<Object> getSingletons() {
        return Set.of(new CarelessResource());
    }
}
