package de.kreiswerk.identity.rest;

import de.kreiswerk.core.api.web.Pages;
import de.kreiswerk.core.api.web.WebConstants;
import de.kreiswerk.core.restkit.Replaceable;
import de.kreiswerk.identity.api.Accounts;
import de.kreiswerk.identity.api.CouncilMembers;
import de.kreiswerk.identity.api.Departments;
import de.kreiswerk.identity.api.Deputies;
import de.kreiswerk.identity.api.Roles;
import de.kreiswerk.identity.api.SecondFactor;
import de.kreiswerk.identity.api.Sessions;
import de.kreiswerk.identity.api.Tokens;
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

/** The JAX-RS application of this area. It stays while the services behind it are replaced, and says 503 meanwhile. */
@Component(service = Application.class)
@JaxrsApplicationBase(Requests.BASE)
@JaxrsName("identity")
@JaxrsExtensionSelect(WebConstants.REST_BASICS)
public final class IdentityApplication extends Application {

    private final Replaceable<Departments> departments = new Replaceable<>();
    private final Replaceable<Accounts> accounts = new Replaceable<>();
    private final Replaceable<Roles> roles = new Replaceable<>();
    private final Replaceable<Tokens> tokens = new Replaceable<>();
    private final Replaceable<SecondFactor> secondFactor = new Replaceable<>();
    private final Replaceable<Sessions> sessions = new Replaceable<>();
    private final Replaceable<Deputies> deputies = new Replaceable<>();
    private final Replaceable<CouncilMembers> members = new Replaceable<>();
    private final Set<Object> singletons;

    @Activate
    public IdentityApplication(@Reference Pages pages) {
        this.singletons = Set.of(
                new DepartmentsResource(departments, pages),
                new AccountsResource(accounts, roles, secondFactor, pages),
                new RolesResource(roles, pages),
                new TokensResource(tokens, pages),
                new SessionsResource(sessions),
                new DeputiesResource(deputies, pages),
                new CouncilMembersResource(members));
    }

    @Override
    public Set<Object> getSingletons() {
        return singletons;
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setDepartments(Departments service) {
        departments.set(service);
    }

    void unsetDepartments(Departments service) {
        departments.unset(service);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setAccounts(Accounts service) {
        accounts.set(service);
    }

    void unsetAccounts(Accounts service) {
        accounts.unset(service);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setRoles(Roles service) {
        roles.set(service);
    }

    void unsetRoles(Roles service) {
        roles.unset(service);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setTokens(Tokens service) {
        tokens.set(service);
    }

    void unsetTokens(Tokens service) {
        tokens.unset(service);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setDeputies(Deputies service) {
        deputies.set(service);
    }

    void unsetDeputies(Deputies service) {
        deputies.unset(service);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setSessions(Sessions service) {
        sessions.set(service);
    }

    void unsetSessions(Sessions service) {
        sessions.unset(service);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setCouncilMembers(CouncilMembers service) {
        members.set(service);
    }

    void unsetCouncilMembers(CouncilMembers service) {
        members.unset(service);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setSecondFactor(SecondFactor service) {
        secondFactor.set(service);
    }

    void unsetSecondFactor(SecondFactor service) {
        secondFactor.unset(service);
    }
}
