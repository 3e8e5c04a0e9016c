package com.socialflow.app.views;

/**
 * One request of players.
 *
 * @param beacons how many are in the body
 */
record Telling(Place place, String body, int beacons) {

    /** From where, with what, and whether the videos' owner is signed in there. */
    record Place(String address, String agent, boolean owner) {}
}
