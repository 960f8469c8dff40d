// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/calendar/SunAndMoon.h"

#include "models/base/VietnamTime.h"

#include <algorithm>
#include <cmath>

namespace motcua {

namespace {

constexpr double Degree = 3.14159265358979323846 / 180;
constexpr double SecondsADay = 86'400;
constexpr double Year2000 = 2451545; // 1 January 2000, 12:00, in Julian days
constexpr double Century = 36525;
constexpr double FirstNewMoon = 2451550.09766; // Meeus (49.1)
constexpr double MeanMonth = 29.530588861;

// The one new moon of 1949–2100 that lies nearer to midnight than the series is exact: 8 July 1967, 0:00:03 by the ephemeris of the Jet
// Propulsion Laboratory, 23:59:54 of the day before by the series.
constexpr int JustPastMidnight = -402;

double sine(double degrees)
{
    return std::sin(std::fmod(degrees, 360) * Degree);
}

double cosine(double degrees)
{
    return std::cos(std::fmod(degrees, 360) * Degree);
}

/**
 * Dynamical time less universal time, in seconds.
 *
 * To 2005 the polynomials of F. Espenak and J. Meeus (2006), to 2030 what is observed, then a parabola through the prediction of
 * F. R. Stephenson, L. V. Morrison and C. Y. Hohenkerk (2016): nobody knows how fast the earth will turn.
 */
double clockLag(double julianDay)
{
    const double year = 2000 + (julianDay - Year2000) / 365.25;
    if (year < 1961) {
        const double t = year - 1950;
        return 29.07 + t * (0.407 + t * (-1 / 233.0 + t / 2547));
    }
    if (year < 1986) {
        const double t = year - 1975;
        return 45.45 + t * (1.067 + t * (-1 / 260.0 - t / 718));
    }
    if (year < 2005) {
        const double t = year - 2000;
        return 63.86 + t * (0.3345 + t * (-0.060374 + t * (0.0017275 + t * (0.000651814 + t * 0.00002373599))));
    }
    if (year < 2020) {
        return 64.7 + (year - 2005) * 0.31;
    }
    const double t = std::max(year - 2030, 0.0);
    return 69.3 + t * (0.2306 + t * 0.001584);
}

/** An angle as its sine and cosine, so that sums of angles cost products and no further sines. */
struct Angle
{
    explicit Angle(double degrees)
        : sine(std::sin(std::fmod(degrees, 360) * Degree))
        , cosine(std::cos(std::fmod(degrees, 360) * Degree))
    {
    }
    Angle(double aSine, double aCosine)
        : sine(aSine)
        , cosine(aCosine)
    {
    }

    double sine;
    double cosine;
};

Angle operator+(const Angle &a, const Angle &b)
{
    return {a.sine * b.cosine + a.cosine * b.sine, a.cosine * b.cosine - a.sine * b.sine};
}

Angle operator-(const Angle &a, const Angle &b)
{
    return {a.sine * b.cosine - a.cosine * b.sine, a.cosine * b.cosine + a.sine * b.sine};
}

/** The periodic part of the new moon `k` in days: the moon's and the sun's anomalies and the node (Meeus, table of chapter 49). */
double anomalies(double k, double t)
{
    const double e = 1 - t * (0.002516 + t * 0.0000074);
    const Angle sun(2.5534 + 29.10535670 * k - t * t * (0.0000014 + t * 0.00000011));
    const Angle moon(201.5643 + 385.81693528 * k + t * t * (0.0107582 + t * (0.00001238 - t * 0.000000058)));
    const Angle node(160.7108 + 390.67050284 * k - t * t * (0.0016118 + t * (0.00000227 - t * 0.000000011)));
    const double ascending = 124.7746 - 1.56375588 * k + t * t * (0.0020672 + t * 0.00000215);
    const Angle sun2 = sun + sun;
    const Angle moon2 = moon + moon;
    const Angle moon3 = moon2 + moon;
    const Angle node2 = node + node;
    return -0.40720 * moon.sine + 0.17241 * e * sun.sine + 0.01608 * moon2.sine + 0.01039 * node2.sine + 0.00739 * e * (moon - sun).sine
        - 0.00514 * e * (moon + sun).sine + 0.00208 * e * e * sun2.sine - 0.00111 * (moon - node2).sine - 0.00057 * (moon + node2).sine
        + 0.00056 * e * (moon2 + sun).sine - 0.00042 * moon3.sine + 0.00042 * e * (sun + node2).sine + 0.00038 * e * (sun - node2).sine
        - 0.00024 * e * (moon2 - sun).sine - 0.00017 * sine(ascending) - 0.00007 * (moon + sun2).sine + 0.00004 * (moon2 - node2).sine
        + 0.00004 * (sun2 + sun).sine + 0.00003 * (moon + sun - node2).sine + 0.00003 * (moon2 + node2).sine
        - 0.00003 * (moon + sun + node2).sine + 0.00003 * (moon - sun + node2).sine - 0.00002 * (moon - sun - node2).sine
        - 0.00002 * (moon3 + sun).sine + 0.00002 * (moon3 + moon).sine;
}

constexpr double PlanetsAtMost = 0.0013; // days: the sum of all their amplitudes

/** What the planets do to the new moon `k`, in days (the additional corrections of Meeus, chapter 49). */
double planets(double k, double t)
{
    return 0.000325 * sine(299.77 + 0.107408 * k - 0.009173 * t * t) + 0.000165 * sine(251.88 + 0.016321 * k)
        + 0.000164 * sine(251.83 + 26.651886 * k) + 0.000126 * sine(349.42 + 36.412478 * k) + 0.000110 * sine(84.66 + 18.206239 * k)
        + 0.000062 * sine(141.74 + 53.303771 * k) + 0.000060 * sine(207.14 + 2.453732 * k) + 0.000056 * sine(154.84 + 7.306860 * k)
        + 0.000047 * sine(34.52 + 27.261239 * k) + 0.000042 * sine(207.19 + 0.121824 * k) + 0.000040 * sine(291.34 + 1.844379 * k)
        + 0.000037 * sine(161.72 + 24.198154 * k) + 0.000035 * sine(239.56 + 25.513099 * k) + 0.000023 * sine(331.55 + 3.592518 * k);
}

/** The sun's apparent longitude in degrees at a moment in dynamical time (Meeus, chapter 25, with the planets' and the moon's pull). */
double sunLongitude(double julianDay)
{
    const double t = (julianDay - Year2000) / Century;
    const double anomaly = 357.52911 + t * (35999.05029 - t * 0.0001537);
    const double centre = (1.914602 - t * (0.004817 + t * 0.000014)) * sine(anomaly) + (0.019993 - t * 0.000101) * sine(2 * anomaly)
        + 0.000289 * sine(3 * anomaly);
    // Meeus, Astronomical Formulae for Calculators, chapter 18, counts its centuries from 1900.
    const double u = t + 1;
    const double pull = 0.00134 * cosine(153.23 + 22518.7541 * u) + 0.00154 * cosine(216.57 + 45037.5082 * u)
        + 0.00200 * cosine(312.69 + 32964.3577 * u) + 0.00179 * sine(350.74 + 445267.1142 * u) + 0.00178 * sine(231.19 + 20.20 * u);
    const double aberration = -0.00569 - 0.00478 * sine(125.04 - 1934.136 * t);
    return 280.46646 + t * (36000.76983 + t * 0.0003032) + centre + pull + aberration;
}

} // namespace

qint64 newMoonDay(int k)
{
    const double t = k / 1236.85;
    const double mean = FirstNewMoon + MeanMonth * k + t * t * (0.00015437 - t * (0.00000015 - t * 0.00000000073));
    // A Julian day begins at noon, QDate's at the midnight before it.
    double local = mean + anomalies(k, t) + (VietnamOffsetSeconds - clockLag(mean)) / SecondsADay + 0.5;
    if (std::abs(local - std::round(local)) < PlanetsAtMost) {
        local += planets(k, t);
    }
    const auto day = static_cast<qint64>(std::floor(local));
    return k == JustPastMidnight ? day + 1 : day;
}

int newMoonUpTo(qint64 day)
{
    int k = static_cast<int>(std::floor((static_cast<double>(day) - FirstNewMoon) / MeanMonth)) + 1;
    while (newMoonDay(k) > day) {
        --k;
    }
    return k;
}

int sunTwelfth(qint64 day)
{
    const double midnight = static_cast<double>(day) - 0.5;
    const double longitude = sunLongitude(midnight + (clockLag(midnight) - VietnamOffsetSeconds) / SecondsADay);
    const int twelfths = static_cast<int>(std::floor(longitude / 30)) % 12;
    return twelfths < 0 ? twelfths + 12 : twelfths;
}

} // namespace motcua
