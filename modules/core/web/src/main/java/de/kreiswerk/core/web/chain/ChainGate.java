package de.kreiswerk.core.web.chain;

import de.kreiswerk.core.api.web.RequestGate;
import de.kreiswerk.core.web.gate.Gate;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The gate for those who exchange bundles: what it knows of addresses, the chain knows. */
@Component(service = RequestGate.class)
public final class ChainGate implements RequestGate {

    private final Gate gate;
    private final Endpoints endpoints;

    @Activate
    public ChainGate(@Reference Gate gate, @Reference Endpoints endpoints) {
        this.gate = gate;
        this.endpoints = endpoints;
    }

    @Override
    public Hold hold(Set<String> bundles) {
        return gate.hold(bundles);
    }

    @Override
    public Duration longestWait() {
        return gate.longestWait();
    }

    @Override
    public List<String> addresses(Set<String> bundles) {
        return endpoints.addresses(bundles);
    }

    @Override
    public void forget(Set<String> bundles) {
        endpoints.forget(bundles);
    }
}
