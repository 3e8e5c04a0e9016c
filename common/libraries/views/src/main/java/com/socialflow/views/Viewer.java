package com.socialflow.views;

/**
 * Who plays, as far as it may be known: never by an account, which would have to be found here when a person goes.
 *
 * @param visitor tells a day's visitors apart; 0 when opted out
 * @param network hash of the truncated address with the day's salt; 0 when unknown
 * @param owner of the video
 */
public record Viewer(long visitor, long network, boolean owner, boolean optedOut) {}
