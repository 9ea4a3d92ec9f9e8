package de.kreiswerk.deployment.rest;

import de.kreiswerk.core.api.web.Pages;
import java.net.URI;

/** Where things of this area are, for whoever reads an answer. */
final class Addresses {

    private final Pages pages;

    Addresses(Pages pages) {
        this.pages = pages;
    }

    URI version(String component, String archive) {
        return at("components/" + component + "/versions/" + archive);
    }

    URI signer(String id) {
        return at("signers/" + id);
    }

    URI change(String id) {
        return at("switches/" + id);
    }

    private URI at(String path) {
        return URI.create(pages.baseUrl() + Requests.BASE + "/" + path);
    }
}
