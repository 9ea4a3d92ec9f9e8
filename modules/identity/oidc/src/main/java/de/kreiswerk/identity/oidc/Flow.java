package de.kreiswerk.identity.oidc;

/**
 * A sign-in on its way.
 *
 * @param state names it in addresses, a secret between us and the browser
 * @param browser what the browser that began it holds in a cookie
 * @param provider where it goes
 * @param nonce stands in the token that it ends with
 * @param verifier proves to the provider that whoever redeems the code began it (RFC 7636)
 * @param target the page that was asked for, null for none
 */
record Flow(String state, String browser, String provider, String nonce, String verifier, String target) {

    @Override
    public String toString() {
        return "Flow[" + provider + "]";
    }
}
