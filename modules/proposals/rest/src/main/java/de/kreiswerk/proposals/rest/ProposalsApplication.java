package de.kreiswerk.proposals.rest;

import de.kreiswerk.core.api.web.IdempotentRequests;
import de.kreiswerk.core.api.web.Pages;
import de.kreiswerk.core.api.web.WebConstants;
import de.kreiswerk.core.restkit.Replaceable;
import de.kreiswerk.proposals.api.Council;
import de.kreiswerk.proposals.api.CouncilOffice;
import de.kreiswerk.proposals.api.PaperReader;
import de.kreiswerk.proposals.api.Papers;
import java.util.Set;
import javax.ws.rs.core.Application;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsApplicationBase;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsExtensionSelect;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsName;

/**
 * The JAX-RS application of this area. The services behind it are optional and dynamic on purpose: when one is replaced, the
 * endpoints stay and say 503 for a moment; if they went with it, the whiteboard would rebuild the application and lose
 * requests that have nothing to do with it.
 */
@Component(service = Application.class)
@JaxrsApplicationBase("/api/proposals/v1")
@JaxrsName("proposals")
@JaxrsExtensionSelect(WebConstants.REST_BASICS)
public final class ProposalsApplication extends Application {

    private final Replaceable<PaperReader> reader = new Replaceable<>();
    private final Replaceable<Papers> papers = new Replaceable<>();
    private final Replaceable<Council> council = new Replaceable<>();
    private final Replaceable<CouncilOffice> office = new Replaceable<>();
    private final Replaceable<IdempotentRequests> idempotent = new Replaceable<>();
    private final Set<Object> singletons;

    @Activate
    public ProposalsApplication(@Reference Pages pages) {
        Creations creations = new Creations(idempotent, pages);
        this.singletons = Set.of(
                new PapersResource(reader, papers, idempotent, pages),
                new CouncilResource(council, office, creations),
                new MeetingsResource(council, office, creations));
    }

    @Override
    public Set<Object> getSingletons() {
        return singletons;
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setReader(PaperReader service) {
        reader.set(service);
    }

    void unsetReader(PaperReader service) {
        reader.unset(service);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setPapers(Papers service) {
        papers.set(service);
    }

    void unsetPapers(Papers service) {
        papers.unset(service);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setCouncil(Council service) {
        council.set(service);
    }

    void unsetCouncil(Council service) {
        council.unset(service);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setOffice(CouncilOffice service) {
        office.set(service);
    }

    void unsetOffice(CouncilOffice service) {
        office.unset(service);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setIdempotent(IdempotentRequests service) {
        idempotent.set(service);
    }

    void unsetIdempotent(IdempotentRequests service) {
        idempotent.unset(service);
    }
}
