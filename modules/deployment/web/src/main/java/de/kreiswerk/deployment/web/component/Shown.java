package de.kreiswerk.deployment.web.component;

/**
 * A page.
 *
 * @param title its title
 * @param html what a template made
 */
record Shown(String title, String html) {}
