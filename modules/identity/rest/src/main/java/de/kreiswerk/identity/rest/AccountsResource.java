package de.kreiswerk.identity.rest;

import de.kreiswerk.core.api.web.Pages;
import de.kreiswerk.core.api.web.RequiresPermission;
import de.kreiswerk.core.restkit.Replaceable;
import de.kreiswerk.core.restkit.RestRequests;
import de.kreiswerk.identity.api.Account;
import de.kreiswerk.identity.api.Accounts;
import de.kreiswerk.identity.api.IdentityPermissions;
import de.kreiswerk.identity.api.RoleGrant;
import de.kreiswerk.identity.api.Roles;
import de.kreiswerk.identity.api.SecondFactor;
import java.time.Instant;
import java.util.List;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

/** Accounts and their roles over REST. Login names are unique, so that making one twice makes one. */
@Path("accounts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequiresPermission(IdentityPermissions.READ)
public final class AccountsResource {

    private static final int LARGEST_PAGE = 1_000;
    private static final int USUAL_PAGE = 100;

    private final Replaceable<Accounts> accounts;
    private final Replaceable<Roles> roles;
    private final Replaceable<SecondFactor> secondFactor;
    private final Pages pages;

    AccountsResource(
            Replaceable<Accounts> accounts,
            Replaceable<Roles> roles,
            Replaceable<SecondFactor> secondFactor,
            Pages pages) {
        this.secondFactor = secondFactor;
        this.accounts = accounts;
        this.roles = roles;
        this.pages = pages;
    }

    /**
     * A page of accounts.
     *
     * @param data the accounts
     * @param next the {@code after} of the next page, null on the last one
     */
    public record AccountPage(List<Account> data, String next) {}

    /**
     * What an account is to become.
     *
     * @param state the state
     */
    public record State(Account.State state) {}

    /**
     * An account whose owner is to choose a password.
     *
     * @param account the account
     * @param link where; to be passed on in a safe way
     * @param expires when the link ends
     */
    public record ResetLink(Account account, String link, Instant expires) {

        @Override
        public String toString() {
            return "ResetLink[" + account.id() + "]";
        }
    }

    /**
     * A role to grant.
     *
     * @param roleId the role
     * @param departmentId where, null for everywhere
     */
    public record GrantEntry(String roleId, String departmentId) {}

    @GET
    public AccountPage list(
            @QueryParam("text") String text,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit,
            @Context HttpServletRequest request) {
        int rows = Requests.limit(limit, LARGEST_PAGE, USUAL_PAGE);
        List<Account> found = accounts.use(service -> service.list(RestRequests.caller(request), text, after, rows));
        return new AccountPage(
                found, found.size() < rows ? null : found.get(found.size() - 1).loginName());
    }

    @GET
    @Path("{id}")
    public Response get(@PathParam("id") String id, @Context HttpServletRequest request) {
        Account account = accounts.use(service -> service.get(RestRequests.caller(request), id));
        return RestRequests.ok(account, account.revision());
    }

    @POST
    @RequiresPermission(IdentityPermissions.ACCOUNTS)
    public Response add(Accounts.Entry entry, @Context HttpServletRequest request) {
        RestRequests.mustHaveBody(entry);
        Accounts.Issued issued = accounts.use(service -> service.add(RestRequests.caller(request), entry));
        return Requests.created(
                pages,
                "accounts/" + issued.account().id(),
                issued,
                issued.account().revision());
    }

    @PUT
    @Path("{id}")
    @RequiresPermission(IdentityPermissions.ACCOUNTS)
    public Response change(
            Accounts.Entry entry,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            @Context HttpServletRequest request) {
        RestRequests.mustHaveBody(entry);
        Long expected = RestRequests.expectedRevision(ifMatch);
        Account account = accounts.use(service -> service.change(RestRequests.caller(request), id, entry, expected));
        return RestRequests.ok(account, account.revision());
    }

    @PUT
    @Path("{id}/state")
    @RequiresPermission(IdentityPermissions.ACCOUNTS)
    public Response setState(
            State state,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            @Context HttpServletRequest request) {
        RestRequests.mustHaveBody(state == null ? null : state.state());
        Long expected = RestRequests.expectedRevision(ifMatch);
        Account account =
                accounts.use(service -> service.setState(RestRequests.caller(request), id, state.state(), expected));
        return RestRequests.ok(account, account.revision());
    }

    @POST
    @Path("{id}/password-reset")
    @Consumes(MediaType.WILDCARD)
    @RequiresPermission(IdentityPermissions.ACCOUNTS)
    public ResetLink resetPassword(@PathParam("id") String id, @Context HttpServletRequest request) {
        Accounts.Reset reset = accounts.use(service -> service.resetPassword(RestRequests.caller(request), id));
        return new ResetLink(reset.account(), pages.baseUrl() + reset.path(), reset.expires());
    }

    @DELETE
    @Path("{id}/second-factor")
    @RequiresPermission(IdentityPermissions.ACCOUNTS)
    public Response resetSecondFactor(@PathParam("id") String id, @Context HttpServletRequest request) {
        return secondFactor.use(service -> {
            service.reset(RestRequests.caller(request), id);
            return Response.noContent().build();
        });
    }

    @GET
    @Path("{id}/grants")
    public RestRequests.All<RoleGrant> grants(@PathParam("id") String id, @Context HttpServletRequest request) {
        return new RestRequests.All<>(roles.use(service -> service.grants(RestRequests.caller(request), id)));
    }

    @POST
    @Path("{id}/grants")
    @RequiresPermission(IdentityPermissions.GRANTS)
    public Response grant(GrantEntry entry, @PathParam("id") String id, @Context HttpServletRequest request) {
        RestRequests.mustHaveBody(entry);
        RoleGrant grant = roles.use(
                service -> service.grant(RestRequests.caller(request), id, entry.roleId(), entry.departmentId()));
        return Requests.created(pages, "accounts/" + id + "/grants/" + grant.id(), grant, null);
    }

    @DELETE
    @Path("{id}/grants/{grant}")
    @RequiresPermission(IdentityPermissions.GRANTS)
    public Response revoke(
            @PathParam("id") String id, @PathParam("grant") String grant, @Context HttpServletRequest request) {
        return roles.use(service -> {
            service.revoke(RestRequests.caller(request), id, grant);
            return Response.noContent().build();
        });
    }
}
