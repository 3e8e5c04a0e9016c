package com.socialflow.user.accounts;

import tools.jackson.databind.JsonNode;

/**
 * What a browser gave for a passkey that is to open an account.
 *
 * @param ceremony which request of ours it answers
 * @param credential a RegistrationResponseJSON (WebAuthn, section 5.1.8)
 */
public record PasskeyAnswer(String ceremony, JsonNode credential) {

    @Override
    public String toString() {
        return "PasskeyAnswer[]";
    }
}
