package de.kreiswerk.identity.web.console;

import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.formkit.FormField;
import de.kreiswerk.core.formkit.FormTexts;
import de.kreiswerk.identity.api.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Puts roles and permissions into a table.
 *
 * @param basics what every page shows
 * @param roles the roles
 * @param known the permissions that areas declare
 * @param drafts what somebody wants of them, by role
 */
record RoleMatrix(PageBasics basics, List<Role> roles, Map<String, Text> known, Map<String, RoleDraft> drafts) {

    /** What the platform takes of a form is 1,000 fields; some of them are not boxes. */
    private static final int MOST_BOXES = 900;

    private static final int FIELDS_OF_A_ROLE = 3;
    private static final String NAME = "[a-z0-9.-]{1,100}";

    static String id(String role, String permission) {
        return "r-" + role + "-" + permission;
    }

    /** Where the page tells of something wrong. */
    static List<FormField> fields(List<Role> roles, Map<String, Text> known, Map<String, RoleDraft> drafts) {
        List<FormField> fields = new ArrayList<>();
        for (Role role : roles) {
            RoleDraft draft = drafts.get(role.id());
            if (draft == null) {
                continue;
            }
            fields.add(new FormField(role.id(), "rolle-" + role.id(), role.name()));
            for (String permission : draft.added()) {
                fields.add(new FormField(
                        role.id() + "/" + permission, id(role.id(), permission), cell(role, words(known, permission))));
            }
        }
        return fields;
    }

    private static Text words(Map<String, Text> known, String permission) {
        return known.getOrDefault(permission, Text.same(permission));
    }

    private static Text cell(Role role, Text words) {
        return new Text(
                role.name().german() + ": " + words.german(), role.name().english() + ": " + words.english());
    }

    RoleMatrixView view(boolean unchanged) {
        List<RoleMatrixView.Column> columns = roles.stream().map(this::column).toList();
        Map<String, List<RoleMatrixView.Line>> areas = new TreeMap<>();
        Set<String> permissions = permissions();
        long boxes =
                columns.stream().filter(column -> !column.fixed()).count() * (permissions.size() + FIELDS_OF_A_ROLE);
        boolean editable = basics.mayChange() && boxes <= MOST_BOXES;
        for (String permission : permissions) {
            areas.computeIfAbsent(area(permission), any -> new ArrayList<>()).add(line(permission, columns, editable));
        }
        return new RoleMatrixView(
                basics,
                columns,
                areas.entrySet().stream()
                        .map(area -> new RoleMatrixView.Area(area.getKey(), area.getValue()))
                        .toList(),
                boxes > MOST_BOXES,
                unchanged,
                basics.errors().conflict() ? changes(permissions) : List.of());
    }

    /** Of the platform's permissions the one word before the dot, of a component's its name: others begin with the same words. */
    private static String area(String permission) {
        int dot = permission.lastIndexOf('.');
        return dot < 0 ? permission : permission.substring(0, dot);
    }

    /** What areas declare, and what else roles have: it stays until somebody takes it away. */
    private Set<String> permissions() {
        Set<String> permissions = new TreeSet<>(known.keySet());
        roles.forEach(role -> permissions.addAll(role.permissions()));
        drafts.values()
                .forEach(draft -> draft.wanted().stream()
                        .filter(permission -> permission.matches(NAME))
                        .forEach(permissions::add));
        permissions.remove(Grant.ALL);
        return permissions;
    }

    private RoleMatrixView.Column column(Role role) {
        return new RoleMatrixView.Column(
                role.id(),
                role.name().in(basics.language()),
                isFixed(role),
                role.revision(),
                String.join(" ", new TreeSet<>(role.permissions())));
    }

    private static boolean isFixed(Role role) {
        return role.permissions().contains(Grant.ALL);
    }

    private RoleMatrixView.Line line(String permission, List<RoleMatrixView.Column> columns, boolean editable) {
        List<RoleMatrixView.Cell> cells = new ArrayList<>();
        for (int i = 0; i < roles.size(); i++) {
            cells.add(cell(roles.get(i), columns.get(i), permission, editable));
        }
        return new RoleMatrixView.Line(
                permission,
                known.containsKey(permission) ? known.get(permission).in(basics.language()) : null,
                cells);
    }

    private RoleMatrixView.Cell cell(Role role, RoleMatrixView.Column column, String permission, boolean editable) {
        RoleDraft draft = drafts.get(role.id());
        boolean has = role.permissions().contains(permission);
        boolean ticked = draft == null ? has : draft.wantedOf(role).contains(permission);
        boolean offered = known.containsKey(permission) || has || ticked;
        String id = id(role.id(), permission);
        return new RoleMatrixView.Cell(
                column,
                id,
                editable && offered && !column.fixed(),
                ticked || column.fixed() && !Grant.APART.contains(permission),
                basics.errors().at(id),
                basics.errors().conflict() && isChanged(role, permission) ? now(has) : null);
    }

    private boolean isChanged(Role role, String permission) {
        RoleDraft draft = drafts.get(role.id());
        return draft != null
                && !isFixed(role)
                && draft.before().contains(permission) != role.permissions().contains(permission);
    }

    private List<RoleMatrixView.Change> changes(Set<String> permissions) {
        List<RoleMatrixView.Change> changes = new ArrayList<>();
        for (Role role : roles) {
            for (String permission : permissions) {
                if (isChanged(role, permission)) {
                    String label = cell(role, words(known, permission)).in(basics.language());
                    changes.add(new RoleMatrixView.Change(
                            id(role.id(), permission),
                            label + ". " + now(role.permissions().contains(permission))));
                }
            }
        }
        return changes;
    }

    private String now(boolean has) {
        return basics.in(FormTexts.NOW) + " " + basics.in(has ? ConsoleTexts.ALLOWED : ConsoleTexts.NOT_ALLOWED);
    }

    /** What is going to be different, before it is. */
    RoleReviewView review() {
        List<RoleReviewView.Change> changes = new ArrayList<>();
        for (Role role : roles) {
            RoleDraft draft = drafts.get(role.id());
            if (draft != null && draft.isTouched()) {
                changes.add(new RoleReviewView.Change(
                        role.id(),
                        role.name().in(basics.language()),
                        draft.revision(),
                        String.join(" ", new TreeSet<>(draft.before())),
                        new TreeSet<>(draft.wanted()).stream().toList(),
                        named(draft.added()),
                        named(draft.removed())));
            }
        }
        return new RoleReviewView(basics, changes);
    }

    private List<RoleReviewView.Named> named(Set<String> permissions) {
        return permissions.stream()
                .map(permission -> new RoleReviewView.Named(
                        permission,
                        known.containsKey(permission)
                                ? known.get(permission).in(basics.language())
                                : basics.in(ConsoleTexts.UNKNOWN)))
                .toList();
    }
}
