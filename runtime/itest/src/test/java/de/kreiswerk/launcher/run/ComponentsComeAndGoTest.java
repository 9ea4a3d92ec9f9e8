package de.kreiswerk.launcher.run;

import static de.kreiswerk.launcher.run.Container.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;

/** A component leaves, and what does not need it goes on; it comes back, and all is as before without a restart. */
class ComponentsComeAndGoTest {

    private static final String PAPERS = "/api/proposals/v1/papers";

    @TempDir
    static Path data;

    private static Container container;

    @BeforeAll
    static void start() throws Exception {
        container = Container.start(data);
        assertThat(container
                        .importText(Texts.proposal("2027/1", "Die alten sind morsch."), true)
                        .statusCode())
                .isEqualTo(201);
    }

    @AfterAll
    static void stop() {
        container.close();
    }

    @Test
    void withoutTheTrailWritesAnswer503AndReadsGoOn() throws Exception {
        Bundle audit = container.bundle("de.kreiswerk.audit.log");
        audit.stop();
        try {
            HttpResponse<String> refused = container.importText(Texts.proposal("2027/2", "Später."), true);
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(refused.body()).contains("\"status\":503");
            assertThat(container.get(PAPERS).statusCode()).isEqualTo(200);
            assertThat(container.get("/api/proposals/v1/organizations").statusCode())
                    .isEqualTo(200);
            assertThat(container.getAsStranger("/vorlagen/2027-1").statusCode()).isEqualTo(200);
            assertThat(container.getAsStranger("/health/live").statusCode()).isEqualTo(200);
            until(
                    "the platform says that it is not ready",
                    () -> container.getAsStranger("/health/ready").statusCode() == 503);
        } finally {
            audit.start();
        }
        until(
                "writes work again",
                () -> container
                                .importText(Texts.proposal("2027/2", "Später."), true)
                                .statusCode()
                        == 201);
        assertThat(container.get(PAPERS + "?reference=2027/2").body()).contains("\"state\":\"PUBLISHED\"");
    }

    @Test
    void withoutIdentityOnlyThePublicReads() throws Exception {
        Bundle identity = container.bundle("de.kreiswerk.identity.service");
        identity.stop();
        try {
            assertThat(container.get(PAPERS).statusCode()).isEqualTo(503);
            assertThat(container
                            .importText(Texts.proposal("2027/3", "Nie."), false)
                            .statusCode())
                    .isEqualTo(503);
            assertThat(container.getAsStranger("/vorlagen").statusCode()).isEqualTo(200);
            assertThat(container.getAsStranger("/vorlagen/2027-1").statusCode()).isEqualTo(200);
        } finally {
            identity.start();
        }
        until("the operator is known again", () -> container.get(PAPERS).statusCode() == 200);
    }

    @Test
    void withoutTheRequestChainNobodyIsServed() throws Exception {
        ComponentSwitch chain = new ComponentSwitch(
                container.context(), "de.kreiswerk.core.web", "de.kreiswerk.core.web.chain.RequestChain");
        chain.disable();
        try {
            Map<String, Integer> answers = new TreeMap<>();
            for (String address : List.of(
                    "/",
                    PAPERS,
                    "/api/identity/v1/sign-in",
                    "/oparl/v1",
                    "/metrics",
                    "/admin/protokoll",
                    "/admin",
                    "/vorlagen")) {
                answers.put(address, container.getAsStranger(address).statusCode());
            }
            assertThat(answers.values()).as(answers.toString()).containsOnly(503);
        } finally {
            chain.enable();
        }
        until("all is as before", () -> container.getAsStranger("/vorlagen").statusCode() == 200);
        assertThat(container.getAsStranger("/metrics").statusCode())
                .as("led to sign in")
                .isEqualTo(303);
    }

    @Test
    void withoutMailPasswordsAreResetAsBeforeThereWasAny() throws Exception {
        String accounts = container.get("/api/identity/v1/accounts").body();
        String id = accounts.replaceFirst("(?s).*\"id\":\"([0-9a-f-]{36})\".*", "$1");
        Map<String, String> operator = Map.of("Authorization", "Bearer " + container.token());
        Bundle mail = container.bundle("de.kreiswerk.core.mail");
        mail.stop();
        try {
            assertThat(container.get("/admin/post").statusCode()).isEqualTo(503);
            assertThat(container.get("/admin").body()).doesNotContain("href=\"/admin/post\"");
            HttpResponse<String> reset =
                    container.send("POST", "/api/identity/v1/accounts/" + id + "/password-reset", operator);
            assertThat(reset.statusCode()).as(reset.body()).isEqualTo(200);
            assertThat(container.get("/admin/konten/" + id).body()).doesNotContain("per E-Mail schicken");
        } finally {
            mail.start();
        }
        until("the outbox is back", () -> container.get("/admin/post").statusCode() == 200);
        until(
                "so is its entry in the navigation",
                () -> container.get("/admin").body().contains("href=\"/admin/post\""));
    }

    @Test
    void anAddressOfAnAbsentComponentIs503AndAnUnknownOne404() throws Exception {
        Bundle web = container.bundle("de.kreiswerk.proposals.web");
        web.stop();
        try {
            HttpResponse<String> away = container.getAsStranger("/vorlagen");
            assertThat(away.statusCode()).as(away.body()).isEqualTo(503);
            assertThat(away.headers().firstValue("Retry-After")).isPresent();
            assertThat(container.getAsStranger("/nirgends").statusCode()).isEqualTo(404);
            assertThat(container.getAsStranger("/").body()).doesNotContain("href=\"/vorlagen\"");
        } finally {
            web.start();
        }
        until("the list is back", () -> container.getAsStranger("/vorlagen").statusCode() == 200);
        until(
                "so is its entry in the navigation",
                () -> container.getAsStranger("/").body().contains("href=\"/vorlagen\""));
    }

    @Test
    void withoutTheRestBasicsNoEndpointIsServedUnchecked() throws Exception {
        Bundle rest = container.bundle("de.kreiswerk.core.rest");
        rest.stop();
        try {
            assertThat(container.getAsStranger(PAPERS).statusCode()).isEqualTo(503);
            assertThat(container.get(PAPERS).statusCode()).isEqualTo(503);
        } finally {
            rest.start();
        }
        until("the application is back", () -> container.get(PAPERS).statusCode() == 200);
        assertThat(container.getAsStranger(PAPERS).statusCode()).isEqualTo(401);
    }
}
