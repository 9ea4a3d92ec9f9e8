package de.kreiswerk.core.persistence.health;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.persistence.database.Engine;
import de.kreiswerk.core.persistence.database.TestPlatform;
import java.util.Set;
import org.apache.felix.hc.api.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RolesCheckTest {

    /** The platform may read it and nothing else, so it does for one that is insert-only. */
    private static final String KEPT = "core_made";

    private static final String CREATE = "revoke create on schema public from public";

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whereOneRoleDoesEverythingThatIsSaid(Engine engine) {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            Result result = new RolesCheck(platform.database, () -> Set.of(KEPT)).execute();

            assertThat(result.getStatus()).isEqualTo(Result.Status.OK);
            assertThat(result.toString()).contains("no owner");
        }
    }

    @Test
    void whatIsForGoodIsProtectedByAnOwner() {
        try (TestPlatform platform = TestPlatform.withTwoRoles()) {
            platform.asAdministrator(CREATE);

            assertThat(new RolesCheck(platform.database, () -> Set.of(KEPT, "not_there_yet"))
                            .execute()
                            .getStatus())
                    .isEqualTo(Result.Status.OK);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "grant update on core_made to ROLE",
                "grant delete on core_made to public",
                "grant truncate on core_made to ROLE",
                "grant trigger on core_made to ROLE",
                "grant update (name) on core_made to ROLE",
                "grant OWNER to ROLE",
                "alter role ROLE noinherit; grant OWNER to ROLE",
                "alter role ROLE superuser",
                "alter table core_made owner to ROLE",
                "create function f() returns trigger language plpgsql as 'begin return new; end';"
                        + " create trigger t before update on core_made for each row execute function f();"
                        + " alter function f() owner to ROLE"
            })
    void whoeverMayChangeItAllTheSameIsNoticed(String sql) {
        try (TestPlatform platform = TestPlatform.withTwoRoles()) {
            platform.asAdministrator(CREATE);
            RolesCheck check = new RolesCheck(platform.database, () -> Set.of(KEPT, "core_migrated"));
            assertThat(check.execute().getStatus()).isEqualTo(Result.Status.OK);

            Result result;
            try {
                platform.asAdministrator(sql.replace("ROLE", platform.role()).replace("OWNER", platform.ownerRole()));
                result = check.execute();
            } finally {
                // Roles are those of the whole server, and of other tests.
                platform.asAdministrator("alter role " + platform.role() + " inherit nosuperuser; revoke "
                        + platform.ownerRole() + " from " + platform.role());
            }
            assertThat(result.getStatus()).as(sql).isEqualTo(Result.Status.CRITICAL);
            assertThat(result.toString()).contains(KEPT);
        }
    }

    @Test
    void whoMayMakeThingsInTheOwnersSchemaIsNoticed() {
        try (TestPlatform platform = TestPlatform.withTwoRoles()) {
            platform.asAdministrator("grant create on schema public to " + platform.role());

            Result result = new RolesCheck(platform.database, () -> Set.of(KEPT)).execute();

            assertThat(result.getStatus()).isEqualTo(Result.Status.WARN);
            assertThat(result.toString()).contains("revoke create");
        }
    }

    @Test
    void aDatabaseOutOfReachIsSaidToBe() {
        TestPlatform platform = TestPlatform.withTwoRoles();
        platform.close();

        assertThat(new RolesCheck(platform.database, () -> Set.of(KEPT))
                        .execute()
                        .getStatus())
                .isEqualTo(Result.Status.WARN);
    }
}
