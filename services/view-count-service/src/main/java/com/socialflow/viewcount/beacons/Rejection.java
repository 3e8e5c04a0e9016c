package com.socialflow.viewcount.beacons;

/**
 * A beacon, or an impression, that was not taken. Sending it again changes nothing.
 *
 * @param index in the request, from 0
 * @param code what is wrong, such as {@code session-invalid}
 */
public record Rejection(int index, String code) {}
