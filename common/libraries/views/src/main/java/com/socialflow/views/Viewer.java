package com.socialflow.views;

/**
 * Who plays, as far as it may be known.
 *
 * @param account 0 when not signed in, or opted out
 * @param visitor tells a day's visitors apart; 0 when opted out
 * @param network hash of the truncated address with the day's salt; 0 when unknown
 * @param owner of the video
 */
public record Viewer(long account, long visitor, long network, boolean owner, boolean optedOut) {}
