package com.socialflow.app.journey;

import com.google.gson.JsonObject;

/** A device that keeps passkeys, made of software: it says yes to whatever it is asked. */
final class VirtualPasskeys {

    private VirtualPasskeys() {}

    /** Gives it to the visitor's page, until the page is closed. */
    static void giveTo(Visitor visitor) {
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        var request = new JsonObject();
        request.add("options", options);
        var session = visitor.protocol();
        session.send("WebAuthn.enable");
        session.send("WebAuthn.addVirtualAuthenticator", request);
    }
}
