package com.socialflow.views;

/**
 * With what somebody plays.
 *
 * @param agent hash of the User-Agent; 0 when there was none
 * @param country two capitals of ISO 3166-1; empty when unknown
 * @param dataCentre the address belongs to a data centre
 */
public record Client(AgentKind kind, long agent, Device device, String country, boolean dataCentre) {}
