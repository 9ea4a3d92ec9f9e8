package de.kreiswerk.identity.web.console;

import de.kreiswerk.identity.api.Role;
import de.kreiswerk.identity.api.Roles;
import de.kreiswerk.identity.web.Forms;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What somebody wants of a role in the matrix. It knows what they began with, so that it says only what they changed: what
 * others change meanwhile is not taken back.
 *
 * @param roleId the role
 * @param revision the revision that they began with
 * @param before what was ticked then
 * @param wanted what they ticked
 */
record RoleDraft(String roleId, long revision, Set<String> before, Set<String> wanted) {

    static final String ROLE = "rolle";
    static final String TICKED = "recht.";
    static final String REVISION = "stand.";
    static final String BEFORE = "vorher.";

    /** What a form sent, by role. An address fills in nothing: somebody else may have thought it out. */
    static Map<String, RoleDraft> read(HttpServletRequest request) {
        Map<String, RoleDraft> drafts = new LinkedHashMap<>();
        if (!request.getMethod().equals("POST")) {
            return drafts;
        }
        for (String role : new TreeSet<>(PeopleServlet.chosen(request, ROLE))) {
            String before = Forms.text(request, BEFORE + role).strip();
            drafts.put(
                    role,
                    new RoleDraft(
                            role,
                            PeopleServlet.number(Forms.text(request, REVISION + role)),
                            before.isEmpty() ? Set.of() : Set.copyOf(List.of(before.split(" +"))),
                            PeopleServlet.chosen(request, TICKED + role)));
        }
        return drafts;
    }

    Set<String> added() {
        return without(wanted, before);
    }

    Set<String> removed() {
        return without(before, wanted);
    }

    boolean isTouched() {
        return !wanted.equals(before);
    }

    /** What the role is to have, as it is now. */
    Set<String> wantedOf(Role role) {
        Set<String> permissions = new HashSet<>(role.permissions());
        permissions.addAll(added());
        permissions.removeAll(removed());
        return permissions;
    }

    Roles.PermissionChange change() {
        return new Roles.PermissionChange(roleId, added(), removed(), revision);
    }

    private static Set<String> without(Set<String> some, Set<String> others) {
        Set<String> left = new TreeSet<>(some);
        left.removeAll(others);
        return left;
    }
}
