using Chancery.Extraction.Text;

namespace Chancery.Extraction.Mentions;

/// <summary>"Comite de Defensa", "Conseil d'Etat", "Banco do Norte": a Romance noun of bodies with what completes it.</summary>
internal static class ForeignBodies
{
    private static readonly WordList s_heads = new(
        """
        COMITE COMITÉ CONSEIL CONSEJO CONSELHO CONSIGLIO COMISION COMISIÓN COMISSAO COMISSÃO PARTIDO PARTI PARTITO FRENTE SINDICATO SYNDICAT SINDACATO CONFEDERACION CONFEDERACIÓN CONFEDERACAO CONFÉDÉRATION
        FEDERACION FEDERACIÓN FEDERACAO FÉDÉRATION ASOCIACION ASOCIACIÓN ASSOCIACAO ASSOCIAÇÃO ASSOCIAZIONE ASAMBLEA ASSEMBLEE ASSEMBLÉE ASSEMBLEIA MINISTERIO MINISTÉRIO MINISTERE MINISTÈRE MINISTERO
        INSTITUTO INSTITUT ISTITUTO FUNDACION FUNDACIÓN FUNDACAO FUNDAÇÃO FONDATION UNIVERSIDAD UNIVERSIDADE UNIVERSITE UNIVERSITÉ UNIVERSITA BANCO BANQUE BANCA COMPANIA COMPAÑÍA COMPAGNIE COMPANHIA
        SOCIETE SOCIÉTÉ SOCIEDAD SOCIEDADE EMPRESA CAMARA CÂMARA CHAMBRE DIRECCION DIRECCIÓN POLICIA POLICÍA POLIZIA CORTE COUR JUNTA MOVIMIENTO MOVIMENTO MOUVEMENT UNIAO UNIÃO UNIONE
        ORGANIZACION ORGANIZACIÓN ORGANIZACAO CENTRO COMANDO FUERZAS FUERZA FORÇAS EJERCITO EJÉRCITO GUARDIA GENDARMERIE AGENCIA AGÊNCIA AGENCE SERVICIO SECRETARIA MUSEO MUSEE MUSÉE MUSEU ESCUELA ECOLE
        BRIGADE TRIBUNAL UNION ACADEMIA CONGRESO RADIO ALIANZA COORDINADORA DEFENSORIA FISCALIA PROCURADURIA CONTRALORIA MOVIMENTUL PARTIDUL DIRECTION UNIVERSITI UNIVERSITAS PARTI JABATAN KEMENTERIAN LEMBAGA MAJLIS DEWAN PERSATUAN PERTUBUHAN BARISAN PAKATAN ELECTRICITE ELECTRICITÉ PETROLEOS PETRÓLEOS TELECOMUNICACIONES DIARIO JORNAL FOLHA CORREO CORREIO GAZETA CORRIERE ORGANISATION CAISSE CREDIT CRÉDIT REGIE RÉGIE CONVERGENCIA ESQUERRA IZQUIERDA
        """);

    private static readonly WordList s_alsoEnglish = new("DIRECTION BRIGADE TRIBUNAL UNION INSTITUT RADIO CENTRO CREDIT ORGANISATION JUNTA CORTE PARTI");
    /// <summary>Words that other languages write as English does.</summary>
    private static readonly WordList s_both = new("civil nacional national popular social general central federal radical liberal judicial militar naval municipal regional provincial industrial electoral constitucional territorial rural");

    private static readonly WordList s_joins = new("de del da do dos das du des la las le les los aux et y e di della dei en");

    public static void Find(Scan scan)
    {
        if (scan.Capitals)
        {
            return;
        }

        for (int i = 0; i < scan.Count; i++)
        {
            if (scan.Is(i, "quai") && PlaceForms.IsElided(scan, i + 1))
            {
                scan.Add(new TokenRange(i, i + 2), EntityType.Organization, 0.85, "a ministry called after its embankment", 61);
            }

            if (scan.In(s_heads, i) && scan.Has(i, TokenShape.Capital) && End(scan, i) is { } end)
            {
                scan.Add(new TokenRange(i, end), EntityType.Organization, 0.85, $"a foreign name that begins with \"{scan.Text(i)}\"", 61);
                i = end - 1;
            }
        }
    }

    /// <summary>Behind the noun come capitalised foreign words, with particles between them.</summary>
    private static int? End(Scan scan, int head)
    {
        int end = head + 1;
        int sentence = scan.Segment.SentenceOf(head).End;
        bool foreign = false;
        while (end < sentence && end - head < 12)
        {
            int next = end;
            while (next < sentence && next - end < 3 && (scan.In(s_joins, next) || scan.Is(next, "a") && scan.In(s_joins, next + 1))
                && !scan.Has(next, TokenShape.Capital))
            {
                next++;
            }

            bool elided = PlaceForms.IsElided(scan, next);
            bool named = scan.Has(next, TokenShape.Word) && scan.Has(next, TokenShape.Capital) && next < sentence
                && scan.Has(next, TokenShape.SpaceBefore)
                && (next > end || (!NotNames.IsWord(scan, next) || next == head + 1 && scan.In(s_both, next)) && !scan.In(PositionWords.Heads, next) && !scan.In(BodyRule.Heads, next));
            if (!elided && !named)
            {
                break;
            }

            foreign |= elided || scan.In(s_both, next) || next > end || (scan.Facts.Words[next] == Gazetteers.WordKind.None && !scan.Has(next, TokenShape.AllCapitals));
            end = next + 1;
        }

        return end > head + 1 && foreign && (!scan.In(s_alsoEnglish, head) || end - head < 8) ? end : null;
    }
}
