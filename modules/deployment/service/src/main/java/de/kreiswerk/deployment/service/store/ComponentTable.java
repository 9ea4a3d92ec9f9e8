package de.kreiswerk.deployment.service.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import de.kreiswerk.core.api.persistence.Transaction;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.deployment.api.ComponentVersion.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The tables of components and their versions, within a transaction. */
public final class ComponentTable {

    private static final int LONGEST_REASON = 2_000;
    private static final int LONGEST_FACTS = 200_000;
    private static final String COMPONENT =
            "select name, department, active, since, switched_by, revision, switching, deleting from deployment_component";
    private static final String VERSION =
            "select component, archive, version, state, bytes, uploaded, uploaded_by, approved_by, approved, last_active, facts,"
                    + " signers, configuration, quarantine_de, quarantine_en from deployment_version";

    private static final String WANTED =
            "select c.name, c.department, c.active, c.since, c.switched_by, c.revision, c.switching, c.deleting,"
                    + " g.path, v.quarantine_de, v.quarantine_en from deployment_component c"
                    + " left join deployment_grant g on g.department = c.department"
                    + " left join deployment_version v on v.component = c.name and v.archive = c.active";

    private final Sql sql;

    /**
     * Opens them.
     *
     * @param tx the transaction
     */
    public ComponentTable(Transaction tx) {
        this.sql = new Sql(tx);
    }

    /** All, by name. */
    public List<StoredComponent> all() throws SQLException {
        return sql.list(ComponentTable::component, COMPONENT + " order by name");
    }

    /** One. */
    public Optional<StoredComponent> find(String name) throws SQLException {
        return Sql.cannotBeThere(name)
                ? Optional.empty()
                : sql.list(ComponentTable::component, COMPONENT + " where name = ?", name).stream()
                        .findFirst();
    }

    /**
     * What is to run of a component.
     *
     * @param component the component
     * @param path where its department's addresses begin, null when that may not deploy any more
     * @param quarantine why the active version is not started, null when it is
     */
    public record Wanted(StoredComponent component, String path, Text quarantine) {

        /** Its name. */
        public String name() {
            return component.name();
        }

        /** The version that is to run, null for none. */
        public String archive() {
            return component.active();
        }
    }

    /** What is to run of each, by name. */
    public List<Wanted> wanted() throws SQLException {
        return sql.list(ComponentTable::wanted, WANTED + " order by c.name");
    }

    /** What is to run of one. */
    public Optional<Wanted> wanted(String name) throws SQLException {
        return sql.list(ComponentTable::wanted, WANTED + " where c.name = ?", name).stream()
                .findFirst();
    }

    private static Wanted wanted(ResultSet row) throws SQLException {
        return new Wanted(component(row), row.getString("path"), quarantine(row));
    }

    private static Text quarantine(ResultSet row) throws SQLException {
        String german = row.getString("quarantine_de");
        return german == null ? null : new Text(german, row.getString("quarantine_en"));
    }

    /** One, whose changes wait for this transaction. */
    public Optional<StoredComponent> lock(String name) throws SQLException {
        return Sql.cannotBeThere(name)
                ? Optional.empty()
                : sql.list(ComponentTable::component, COMPONENT + " where name = ? for update", name).stream()
                        .findFirst();
    }

    /** Adds one of which nothing runs. */
    public void insert(String name, String department) throws SQLException {
        sql.update("insert into deployment_component (name, department, revision) values (?, ?, 0)", name, department);
    }

    /** Notes the switch under way, or that there is none any more. */
    public void switching(String name, String switchId) throws SQLException {
        sql.update("update deployment_component set switching = ? where name = ?", switchId, name);
    }

    /** Notes the switch after which it goes with its data, or that it stays. */
    public void deleting(String name, String switchId) throws SQLException {
        sql.update("update deployment_component set deleting = ? where name = ?", switchId, name);
    }

    /** Nothing of it is left in the tables of this area. */
    public void deleteAll(String name) throws SQLException {
        for (String table : new String[] {
            "deployment_start", "deployment_bundle", "deployment_step", "deployment_version", "deployment_switch"
        }) {
            sql.update("delete from " + table + " where component = ?", name);
        }
        sql.update("delete from deployment_component where name = ?", name);
    }

    /** The symbolic names of the bundles that its versions have, or had. */
    public Set<String> bundles(String name) throws SQLException {
        Set<String> bundles = new TreeSet<>(
                sql.list(row -> row.getString(1), "select bundle from deployment_bundle where component = ?", name));
        for (StoredVersion version : versions(name)) {
            version.facts().bundles().forEach(bundle -> bundles.add(bundle.symbolicName()));
        }
        return bundles;
    }

    private void noteBundles(StoredVersion version) throws SQLException {
        Set<String> names = new TreeSet<>();
        version.facts().bundles().forEach(bundle -> names.add(bundle.symbolicName()));
        for (String name : names) {
            sql.update("delete from deployment_bundle where component = ? and bundle = ?", version.component(), name);
            sql.update("insert into deployment_bundle (component, bundle) values (?, ?)", version.component(), name);
        }
    }

    /**
     * What is to run from now on.
     *
     * @return whether the switch was still the one that is under way; else nothing was changed
     */
    public boolean activate(String name, String archive, Instant now, String by, String switchId) throws SQLException {
        return sql.update(
                        "update deployment_component set active = ?, since = ?, switched_by = ?, revision = revision + 1,"
                                + " switching = null where name = ? and switching = ?",
                        archive,
                        now,
                        by,
                        name,
                        switchId)
                == 1;
    }

    /** The versions of a component, the newest upload first. */
    public List<StoredVersion> versions(String component) throws SQLException {
        return sql.list(
                ComponentTable::version,
                VERSION + " where component = ? order by uploaded desc, version desc",
                component);
    }

    /** A version. */
    public Optional<StoredVersion> version(String component, String archive) throws SQLException {
        return Sql.cannotBeThere(component) || Sql.cannotBeThere(archive)
                ? Optional.empty()
                : sql
                        .list(
                                ComponentTable::version,
                                VERSION + " where component = ? and archive = ?",
                                component,
                                archive)
                        .stream()
                        .findFirst();
    }

    /** Adds a version. */
    public void insert(StoredVersion version) throws SQLException {
        sql.update(
                "insert into deployment_version (component, archive, version, state, bytes, uploaded, uploaded_by, facts, signers)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                version.component(),
                version.archive(),
                version.version(),
                version.state().name(),
                version.bytes(),
                version.uploaded(),
                version.uploadedBy(),
                json(version.facts()),
                version.signers() == null ? null : lines(version.signers()));
        noteBundles(version);
    }

    /** Whether there is room for what is known of a version. */
    public boolean isRoomFor(VersionFacts facts) throws SQLException {
        return json(facts).length() <= LONGEST_FACTS;
    }

    /**
     * It is approved: ready if it waited, else as it was.
     *
     * @param by who approved
     * @param approved what, as {@link StoredVersion#approvalOf} names it
     * @param facts what is known of it by now
     */
    public void approve(String component, String archive, String by, Set<String> approved, VersionFacts facts)
            throws SQLException {
        sql.update(
                "update deployment_version set approved_by = ?, approved = ?, facts = ? where component = ? and archive = ?",
                by,
                lines(approved),
                json(facts),
                component,
                archive);
        sql.update(
                "update deployment_version set state = ? where component = ? and archive = ? and state = ?",
                State.READY.name(),
                component,
                archive,
                State.WAITING.name());
    }

    /** What is known of it by now. */
    public void facts(String component, String archive, VersionFacts facts) throws SQLException {
        sql.update(
                "update deployment_version set facts = ? where component = ? and archive = ?",
                json(facts),
                component,
                archive);
    }

    /** What became of it by a switch. */
    public void state(String component, String archive, State state, Instant lastActive) throws SQLException {
        sql.update(
                "update deployment_version set state = ?, last_active = ?, quarantine_de = null, quarantine_en = null"
                        + " where component = ? and archive = ?",
                state.name(),
                lastActive,
                component,
                archive);
    }

    /** The configurations that it leaves behind. */
    public void configuration(String component, String archive, String configuration) throws SQLException {
        sql.update(
                "update deployment_version set configuration = ? where component = ? and archive = ?",
                configuration,
                component,
                archive);
    }

    /** It is not tried again by itself. */
    public void quarantine(String component, String archive, Text reason) throws SQLException {
        sql.update(
                "update deployment_version set state = ?, quarantine_de = ?, quarantine_en = ?"
                        + " where component = ? and archive = ?",
                State.QUARANTINED.name(),
                Sql.cut(reason.german(), LONGEST_REASON),
                Sql.cut(reason.english(), LONGEST_REASON),
                component,
                archive);
    }

    /** It is forgotten, but for what it did to the component's tables. */
    public void delete(String component, String archive) throws SQLException {
        sql.update(
                "delete from deployment_step where component = ? and archive = ? and ran is null", component, archive);
        sql.update("delete from deployment_version where component = ? and archive = ?", component, archive);
    }

    private static StoredComponent component(ResultSet row) throws SQLException {
        return new StoredComponent(
                row.getString("name"),
                row.getString("department"),
                row.getString("active"),
                Sql.instant(row, "since"),
                row.getString("switched_by"),
                row.getLong("revision"),
                row.getString("switching"),
                row.getString("deleting"));
    }

    private static StoredVersion version(ResultSet row) throws SQLException {
        return new StoredVersion(
                row.getString("component"),
                row.getString("archive"),
                row.getString("version"),
                State.valueOf(row.getString("state")),
                row.getLong("bytes"),
                Sql.instant(row, "uploaded"),
                row.getString("uploaded_by"),
                row.getString("approved_by"),
                words(row.getString("approved")),
                Sql.instant(row, "last_active"),
                facts(row.getString("facts")),
                words(row.getString("signers")),
                row.getString("configuration"),
                quarantine(row));
    }

    private static String lines(Set<String> words) {
        return String.join("\n", new TreeSet<>(words));
    }

    private static Set<String> words(String lines) {
        return lines == null ? null : lines.lines().collect(Collectors.toSet());
    }

    private static VersionFacts facts(String json) throws SQLException {
        try {
            return Json.MAPPER.readValue(json, VersionFacts.class);
        } catch (JsonProcessingException e) {
            throw new SQLException("The facts of a version cannot be read", e);
        }
    }

    private static String json(VersionFacts facts) throws SQLException {
        try {
            return Json.MAPPER.writeValueAsString(facts);
        } catch (JsonProcessingException e) {
            throw new SQLException("The facts of a version cannot be written", e);
        }
    }
}
